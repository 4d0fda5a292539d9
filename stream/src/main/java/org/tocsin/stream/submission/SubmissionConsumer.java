package org.tocsin.stream.submission;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.model.account.Submission;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.BatchLoop;
import org.tocsin.stream.loop.PartitionBatch;

/**
 * Feeds the states of submissions to a step, in order and at least once, so that they can be kept
 * where they can be searched. See {@link BatchLoop} for what happens when things fail.
 */
public final class SubmissionConsumer implements AutoCloseable {
  private final BatchLoop<Submission> loop;

  /**
   * A consumer that does not run yet.
   *
   * @param step has kept the batch when it returns; whatever it throws, the batch comes again
   */
  public SubmissionConsumer(StreamConnection connection, Consumer<List<Submission>> step) {
    this.loop =
        new BatchLoop<>(
            connection, "triage-submissions", Topic.SUBMISSIONS, SubmissionConsumer::decode, step);
  }

  /** Starts the thread; once only. */
  public void start() {
    loop.start();
  }

  /** Whether the thread runs. */
  public boolean isRunning() {
    return loop.isRunning();
  }

  /**
   * Takes nothing more until {@link #resume}.
   *
   * @return whether the step is at rest; false when it still worked after {@code timeout}
   */
  public boolean pause(Duration timeout) {
    return loop.pause(timeout);
  }

  /** Ends a pause. */
  public void resume() {
    loop.resume();
  }

  /** Lets the step finish its batch, up to ten seconds, then interrupts it. */
  @Override
  public void close() {
    loop.close();
  }

  private static PartitionBatch<Submission> decode(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
    List<Submission> submissions =
        entries.stream().map(SubmissionCodec::decode).flatMap(Optional::stream).toList();
    ConsumerRecord<byte[], byte[]> last = entries.getLast();
    return new PartitionBatch<>(
        partition,
        submissions,
        0,
        entries.size() - submissions.size(),
        new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), metadata));
  }
}
