package org.tocsin.stream.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.Topic;

/** Says whether the stream can be used just now. Thread-safe. */
public final class StreamHealth {
  private final StreamConnection connection;

  /** Over that connection. */
  public StreamHealth(StreamConnection connection) {
    this.connection = connection;
  }

  /**
   * Asks Kafka for the topics and who leads their partitions.
   *
   * @return why the stream cannot be used, in a sentence for operators; empty where it can
   */
  public Optional<String> check() {
    List<String> names = Arrays.stream(Topic.values()).map(connection::name).toList();
    try {
      return connection
          .await(connection.admin().describeTopics(names).allTopicNames(), "say how its topics are")
          .values()
          .stream()
          .filter(StreamHealth::isLeaderless)
          .map(topic -> "topic " + topic.name() + " has a partition without a leader")
          .findFirst();
    } catch (StreamUnavailableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isLeaderless(TopicDescription topic) {
    return topic.partitions().stream().anyMatch(partition -> partition.leader() == null);
  }
}
