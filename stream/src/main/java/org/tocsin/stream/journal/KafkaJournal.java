package org.tocsin.stream.journal;

import java.util.List;
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
    return connection.sendAndWait(entry(command), "write a command into the journal").offset();
  }

  @Override
  public void appendAll(List<Command> commands) {
    connection.sendAllAndWait(
        commands.stream().map(this::entry).toList(), "write commands into the journal");
  }

  private ProducerRecord<byte[], byte[]> entry(Command command) {
    return new ProducerRecord<>(
        connection.name(Topic.JOURNAL), PARTITION, null, JournalCodec.encode(command));
  }

  void append(Seal seal) {
    connection.sendAndWait(
        new ProducerRecord<>(
            connection.name(Topic.JOURNAL), PARTITION, null, JournalCodec.encode(seal)),
        "seal the journal");
  }
}
