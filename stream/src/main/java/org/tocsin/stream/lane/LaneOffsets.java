package org.tocsin.stream.lane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.visibility.Watermark;

/** Reads what the groups of both lanes have committed, and where the lanes end. Thread-safe. */
final class LaneOffsets {
  private final StreamConnection connection;

  LaneOffsets(StreamConnection connection) {
    this.connection = connection;
  }

  /**
   * All partitions of both lanes, in order. Commits are read before the ends, so that nothing seems
   * to be done before it was there.
   */
  Map<Lane, List<PartitionState>> read() {
    Map<TopicPartition, OffsetAndMetadata> commits = commits();
    Map<TopicPartition, Long> ends = offsets(all(), OffsetSpec.latest());
    Map<TopicPartition, Long> beginnings =
        offsets(
            all().stream().filter(partition -> !commits.containsKey(partition)).toList(),
            OffsetSpec.earliest());
    Map<Lane, List<PartitionState>> states = new EnumMap<>(Lane.class);
    for (Lane lane : Lane.values()) {
      states.put(
          lane,
          partitions(lane).stream()
              .map(partition ->
                  state(
                      commits.get(partition),
                      beginnings.getOrDefault(partition, 0L),
                      ends.getOrDefault(partition, 0L)))
              .toList());
    }
    return states;
  }

  private static PartitionState state(
      @Nullable OffsetAndMetadata commit, long beginning, long end) {
    return commit == null
        ? new PartitionState(beginning, end, Watermark.START)
        : new PartitionState(commit.offset(), end, Watermark.ofMetadata(commit.metadata()));
  }

  private Map<TopicPartition, OffsetAndMetadata> commits() {
    Map<String, ListConsumerGroupOffsetsSpec> specs = new HashMap<>();
    for (Lane lane : Lane.values()) {
      specs.put(
          connection.group(LaneConsumer.group(lane)),
          new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(lane)));
    }
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    connection
        .await(
            connection.admin().listConsumerGroupOffsets(specs).all(),
            "read how far triage has come")
        .values()
        .forEach(commits::putAll);
    commits.values().removeIf(Objects::isNull);
    return commits;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        connection.await(
            connection
                .admin()
                .listOffsets(
                    partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> spec)))
                .all(),
            "read where the lanes end");
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private List<TopicPartition> all() {
    List<TopicPartition> all = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      all.addAll(partitions(lane));
    }
    return all;
  }

  private List<TopicPartition> partitions(Lane lane) {
    Topic topic = Topic.of(lane);
    return IntStream.range(0, topic.partitions(connection.settings()))
        .mapToObj(number -> new TopicPartition(connection.name(topic), number))
        .toList();
  }
}
