package org.tocsin.stream.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/**
 * How far the projector has come, whichever process it runs in. However many ask at once, Kafka is
 * asked once. Thread-safe.
 */
public final class JournalProgress {
  private static final Duration FRESH = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final StreamConnection connection;
  private @Nullable Reading last;
  private Instant highest = Instant.EPOCH;

  /**
   * What was read.
   *
   * @param offset offset of the next entry the projector takes
   * @param state what is known of the journal before it
   */
  record Reading(long offset, JournalState state, long readAt) {}

  /** Over that connection. */
  public JournalProgress(StreamConnection connection) {
    this.connection = connection;
  }

  /**
   * Up to when everything the journal made is visible; never moves backwards.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public Instant horizon() {
    return raise(reading().state().watermark().instant());
  }

  /**
   * Offset of the next command the projector takes.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long offset() {
    return reading().offset();
  }

  /**
   * Waits until the projector has come to where the journal ends now.
   *
   * @return whether it has; false when it had not after {@code patience}, or the thread was
   *     interrupted
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public boolean awaitEnd(Duration patience) {
    long end = end();
    long began = System.nanoTime();
    while (read().offset() < end) {
      if (Thread.currentThread().isInterrupted()
          || System.nanoTime() - began > patience.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private long end() {
    TopicPartition partition =
        new TopicPartition(connection.name(Topic.JOURNAL), KafkaJournal.PARTITION);
    return connection
        .await(
            connection
                .admin()
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition),
            "find where the journal ends")
        .offset();
  }

  synchronized Reading reading() {
    Reading known = last;
    if (known == null || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
      known = read();
      last = known;
    }
    return known;
  }

  private synchronized Instant raise(Instant now) {
    highest = now.isAfter(highest) ? now : highest;
    return highest;
  }

  private Reading read() {
    String group = connection.group(JournalConsumer.GROUP);
    TopicPartition partition =
        new TopicPartition(connection.name(Topic.JOURNAL), KafkaJournal.PARTITION);
    Map<TopicPartition, OffsetAndMetadata> commits =
        connection
            .await(
                connection
                    .admin()
                    .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                    .all(),
                "read how far the projector has come")
            .getOrDefault(group, Map.of());
    OffsetAndMetadata commit = commits.get(partition);
    return commit == null
        ? new Reading(0, JournalState.START, System.nanoTime())
        : new Reading(
            commit.offset(), JournalState.ofMetadata(commit.metadata()), System.nanoTime());
  }
}
