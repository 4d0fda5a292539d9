package org.tocsin.stream.hunt;

import java.util.Map;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/**
 * How far the hunt has come, as the metadata of an offset of a group that nobody is a member of.
 * Kafka forgets it when it was not written for longer than the brokers' {@code
 * offsets.retention.minutes}. Thread-safe.
 */
public final class HuntProgress {
  private static final String GROUP = "hunt";

  private final StreamConnection connection;

  /** Over that connection. */
  public HuntProgress(StreamConnection connection) {
    this.connection = connection;
  }

  /**
   * What was written last; empty text where nothing was.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public String read() {
    String group = connection.group(GROUP);
    OffsetAndMetadata commit =
        connection
            .await(
                connection
                    .admin()
                    .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                    .all(),
                "read how far the hunt has come")
            .getOrDefault(group, Map.of())
            .get(partition());
    return commit == null ? "" : commit.metadata();
  }

  /**
   * Replaces it; a few hundred characters at most.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public void write(String progress) {
    Void _ =
        connection.await(
            connection
                .admin()
                .alterConsumerGroupOffsets(
                    connection.group(GROUP),
                    Map.of(partition(), new OffsetAndMetadata(0, progress)))
                .all(),
            "write down how far the hunt has come");
  }

  private TopicPartition partition() {
    return new TopicPartition(connection.name(Topic.JOURNAL), 0);
  }
}
