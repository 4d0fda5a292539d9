package org.tocsin.stream.observed;

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
 * How far the correlator has come, whichever processes it runs in. The gauge {@code
 * tocsin.stream.observed.lag} is what {@link #lag} gave last: over all partitions of the topic
 * {@code observed}, the sum of where it ends less what the group has committed. Commits are read
 * before the ends, so the sum is never too small.
 */
public final class ObservedProgress {
  private final StreamConnection connection;
  private final List<TopicPartition> partitions;
  private volatile double last = Double.NaN;

  /** Over that connection. */
  public ObservedProgress(StreamConnection connection) {
    this.connection = connection;
    this.partitions =
        IntStream.range(0, Topic.OBSERVED.partitions(connection.settings()))
            .mapToObj(number -> new TopicPartition(connection.name(Topic.OBSERVED), number))
            .toList();
    Gauge.builder("tocsin.stream.observed.lag", () -> last)
        .description("entries that wait for the correlator, when last looked at")
        .register(connection.meters());
  }

  /**
   * How many entries wait for the correlator.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long lag() {
    Map<TopicPartition, OffsetAndMetadata> commits = commits();
    Map<TopicPartition, Long> beginnings = offsets(OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
    long lag = 0;
    for (TopicPartition partition : partitions) {
      @Nullable OffsetAndMetadata commit = commits.get(partition);
      long done = commit == null ? beginnings.getOrDefault(partition, 0L) : commit.offset();
      lag += Math.max(0, ends.getOrDefault(partition, 0L) - done);
    }
    last = lag;
    return lag;
  }

  private Map<TopicPartition, OffsetAndMetadata> commits() {
    String group = connection.group(ObservedConsumer.GROUP);
    return connection
        .await(
            connection
                .admin()
                .listConsumerGroupOffsets(
                    Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)))
                .all(),
            "read how far the correlator has come")
        .getOrDefault(group, Map.of());
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec spec) {
    return connection
        .await(
            connection
                .admin()
                .listOffsets(
                    partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> spec)))
                .all(),
            "read where what was observed ends")
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }
}
