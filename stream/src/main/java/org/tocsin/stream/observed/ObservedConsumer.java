package org.tocsin.stream.observed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.model.incident.Touched;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.BatchLoop;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.loop.PartitionDecoder;

/**
 * Feeds what was observed to the correlator, batch by batch, together with the other processes that
 * do the same. See {@link BatchLoop} for what happens when things fail.
 */
public final class ObservedConsumer implements AutoCloseable {
  static final String GROUP = "correlator";

  private final BatchLoop<Touched> loop;

  /**
   * A consumer that does not run yet.
   *
   * @param step has done all that follows from the batch when it returns; whatever it throws, the
   *     batch comes again
   */
  public ObservedConsumer(StreamConnection connection, Consumer<List<Touched>> step) {
    this.loop = new BatchLoop<>(connection, GROUP, Topic.OBSERVED, new Decoder(), step);
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
   * Takes nothing more until {@link #resume}, but stays in the group.
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

  /** Lets the step finish its batch, up to ten seconds, then interrupts it; leaves the group. */
  @Override
  public void close() {
    loop.close();
  }

  /** Entries are small, and many of a batch are about the same episode. */
  private static final class Decoder implements PartitionDecoder<Touched> {
    private static final int ENOUGH = 1_000;

    @Override
    public PartitionBatch<Touched> decode(
        TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata) {
      List<Touched> incidents =
          entries.stream().map(ObservedCodec::decode).flatMap(Optional::stream).toList();
      ConsumerRecord<byte[], byte[]> last = entries.getLast();
      return new PartitionBatch<>(
          partition,
          incidents,
          0,
          entries.size() - incidents.size(),
          new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), metadata));
    }

    @Override
    public int enough(StreamSettings settings) {
      return ENOUGH;
    }
  }
}
