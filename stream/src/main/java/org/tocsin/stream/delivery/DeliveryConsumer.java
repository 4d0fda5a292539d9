package org.tocsin.stream.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.BatchLoop;

/**
 * Feeds the ledger of deliveries to the courier, batch by batch, together with the other processes
 * that do the same: each carries what is in the partitions it owns. See {@link BatchLoop} for what
 * happens when things fail.
 */
public final class DeliveryConsumer implements AutoCloseable {
  static final String GROUP = "courier";

  private final BatchLoop<DeliveryEntry> loop;

  /**
   * A consumer that does not run yet.
   *
   * @param step has done all that follows from the batch when it returns; whatever it throws, the
   *     batch comes again
   */
  public DeliveryConsumer(StreamConnection connection, Consumer<List<DeliveryEntry>> step) {
    this.loop = new BatchLoop<>(connection, GROUP, Topic.DELIVERIES, new DeliveryCodec(), step);
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
   * The partitions this process owns just now. A partition that was lost and came back has another
   * number than before: others may have worked on it meanwhile.
   */
  public Map<Integer, Long> tenures() {
    return loop.tenures();
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
}
