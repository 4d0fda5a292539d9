package org.tocsin.stream.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.Failures;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.Intake;

/** Reads the journal from one place up to its end of the moment. */
final class JournalReads {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 500;

  private final StreamConnection connection;
  private final TopicPartition partition;

  JournalReads(StreamConnection connection) {
    this.connection = connection;
    this.partition = new TopicPartition(connection.name(Topic.JOURNAL), KafkaJournal.PARTITION);
  }

  TopicPartition partition() {
    return partition;
  }

  /**
   * Reads on.
   *
   * @param taker gets consecutive entries, never none
   * @return the offset after the last entry
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  long read(long from, Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
    try (var consumer = connection.reader("journal", Map.of())) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long position = Math.max(from, beginning);
      consumer.seek(partition, position);
      Intake intake = new Intake(AT_ONCE);
      while (position < end) {
        List<ConsumerRecord<byte[], byte[]>> entries =
            intake.poll(consumer, PATIENCE).getOrDefault(partition, List.of());
        if (entries.isEmpty()) {
          throw new TimeoutException("nothing came from the journal before its end");
        }
        taker.accept(entries);
        position = entries.getLast().offset() + 1;
      }
      return position;
    } catch (KafkaException e) {
      throw Failures.translate("read the journal", e);
    }
  }
}
