package org.tocsin.stream.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.Failures;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.Intake;

/**
 * Reads the ledger of deliveries again from its beginning. Belongs to no group, moves nothing, and
 * nothing goes out of it. For one thread.
 */
public final class DeliveryReplay {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 1_000;

  private final StreamConnection connection;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /** A replay that has read nothing yet. */
  public DeliveryReplay(StreamConnection connection) {
    this.connection = connection;
    String topic = connection.name(Topic.DELIVERIES);
    this.partitions =
        IntStream.range(0, Topic.DELIVERIES.partitions(connection.settings()))
            .mapToObj(number -> new TopicPartition(topic, number))
            .toList();
  }

  /**
   * Reads on from where the last run stopped, up to where the ledger ends now. Where the step
   * throws, so does this; the next run begins with the same batch.
   *
   * @return how many events the step took
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long run(java.util.function.Consumer<List<DeliveryEntry>> step) {
    try (var consumer = connection.reader("deliveries", Map.of())) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer
          .beginningOffsets(partitions)
          .forEach((partition, beginning) -> {
            positions.merge(partition, beginning, Math::max);
            consumer.seek(partition, positions.getOrDefault(partition, beginning));
          });
      Intake intake = new Intake(AT_ONCE);
      long taken = 0;
      while (isShortOf(ends)) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batch =
            intake.poll(consumer, PATIENCE);
        if (batch.isEmpty()) {
          throw new TimeoutException("nothing came from the ledger before its end");
        }
        taken += take(batch, step);
      }
      return taken;
    } catch (KafkaException e) {
      throw Failures.translate("read the ledger of deliveries", e);
    }
  }

  private long take(
      Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batch,
      java.util.function.Consumer<List<DeliveryEntry>> step) {
    List<DeliveryEntry> events =
        batch.values().stream().flatMap(some -> DeliveryCodec.decode(some).stream()).toList();
    if (!events.isEmpty()) {
      step.accept(events);
    }
    batch.forEach((partition, entries) -> positions.put(partition, entries.getLast().offset() + 1));
    return events.size();
  }

  private boolean isShortOf(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue());
  }
}
