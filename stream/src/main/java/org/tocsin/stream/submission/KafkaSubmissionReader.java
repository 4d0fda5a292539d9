package org.tocsin.stream.submission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.model.account.Submission;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.SubmissionReader;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.Failures;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.PartitionTail;

/**
 * The submissions of the last day, kept up to date on a thread of its own. What any process wrote
 * down before a call is found by it.
 */
public final class KafkaSubmissionReader implements SubmissionReader {
  private static final Duration REACH = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final StreamConnection connection;
  private final TopicPartition partition;
  private final RecentSubmissions recent = new RecentSubmissions();
  private final PartitionTail tail;

  /** Starts reading. */
  public KafkaSubmissionReader(StreamConnection connection) {
    this.connection = connection;
    this.partition = new TopicPartition(connection.name(Topic.SUBMISSIONS), 0);
    this.tail =
        new PartitionTail(
            connection,
            Topic.SUBMISSIONS,
            REACH,
            entry -> SubmissionCodec.decode(entry).ifPresent(recent::put));
    tail.start();
  }

  /**
   * {@inheritDoc}
   *
   * <p>While Kafka is away, or much is still to be read, the last state that was read counts.
   *
   * @throws StreamUnavailableException when no state was read and one may be there all the same
   */
  @Override
  public Optional<Submission> find(UUID receipt) {
    StreamUnavailableException behind;
    try {
      if (tail.await(end(), PATIENCE)) {
        return recent.find(receipt);
      }
      behind =
          Failures.unavailable("submissions are still being read", new IllegalStateException());
    } catch (StreamUnavailableException e) {
      behind = e;
    }
    Optional<Submission> known = recent.find(receipt);
    if (known.isEmpty()) {
      throw behind;
    }
    return known;
  }

  private long end() {
    return connection
        .await(
            connection
                .admin()
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition),
            "find a submission")
        .offset();
  }

  @Override
  public void close() {
    tail.close();
  }
}
