package org.tocsin.stream.journal;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.model.journal.Command;
import org.tocsin.stream.Journal;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/** The journal in Kafka. */
public final class KafkaJournal implements Journal {
  static final int PARTITION = 0;

  private final StreamConnection connection;

  /** Over that connection. */
  public KafkaJournal(StreamConnection connection) {
    this.connection = connection;
  }

  @Override
  public long append(Command command) {
    return connection
        .sendAndWait(
            new ProducerRecord<>(
                connection.name(Topic.JOURNAL), PARTITION, null, JournalCodec.encode(command)),
            "write a command into the journal")
        .offset();
  }

  void append(Seal seal) {
    connection.sendAndWait(
        new ProducerRecord<>(
            connection.name(Topic.JOURNAL), PARTITION, null, JournalCodec.encode(seal)),
        "seal the journal");
  }
}
