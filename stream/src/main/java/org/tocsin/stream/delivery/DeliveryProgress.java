package org.tocsin.stream.delivery;

import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/**
 * How far those who read the ledger of deliveries have come, whichever processes they run in. What
 * they have read is visible to searches. The gauge {@code tocsin.stream.deliveries.lag} is how many
 * events waited for them when last looked at.
 */
public final class DeliveryProgress {
  private final StreamConnection connection;
  private final List<TopicPartition> partitions;
  private volatile double last = Double.NaN;

  /** Over that connection. */
  public DeliveryProgress(StreamConnection connection) {
    this.connection = connection;
    String topic = connection.name(Topic.DELIVERIES);
    this.partitions =
        IntStream.range(0, Topic.DELIVERIES.partitions(connection.settings()))
            .mapToObj(number -> new TopicPartition(topic, number))
            .toList();
    Gauge.builder("tocsin.stream.deliveries.lag", () -> last)
        .description("events of deliveries that wait to be read, when last looked at")
        .register(connection.meters());
  }

  /**
   * Where the ledger ends now, by partition number.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public Map<Integer, Long> end() {
    return connection
        .await(
            connection
                .admin()
                .listOffsets(
                    partitions.stream()
                        .collect(
                            Collectors.toMap(partition -> partition, any -> OffsetSpec.latest())))
                .all(),
            "read where the ledger of deliveries ends")
        .entrySet()
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                end -> end.getKey().partition(), end -> end.getValue().offset()));
  }

  /**
   * How many events before that place wait to be read.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long waitingBefore(Map<Integer, Long> end) {
    Map<TopicPartition, OffsetAndMetadata> commits = commits();
    long waiting =
        partitions.stream()
            .mapToLong(partition -> {
              @Nullable OffsetAndMetadata commit = commits.get(partition);
              long done = commit == null ? 0 : commit.offset();
              return Math.max(0, end.getOrDefault(partition.partition(), 0L) - done);
            })
            .sum();
    last = waiting;
    return waiting;
  }

  private Map<TopicPartition, OffsetAndMetadata> commits() {
    String group = connection.group(DeliveryConsumer.GROUP);
    return connection
        .await(
            connection
                .admin()
                .listConsumerGroupOffsets(
                    Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)))
                .all(),
            "read how far the ledger of deliveries was read")
        .getOrDefault(group, Map.of());
  }
}
