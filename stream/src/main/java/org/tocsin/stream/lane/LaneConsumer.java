package org.tocsin.stream.lane;

import java.time.Duration;
import java.util.Set;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.BatchLoop;

/**
 * Feeds the raw records of one lane to a step, batch by batch, together with the other processes
 * that do the same. See {@link BatchLoop} for what happens when things fail.
 */
public final class LaneConsumer implements AutoCloseable {
  private final Lane lane;
  private final BatchLoop<ReceivedRecord> loop;

  /** A consumer that does not run yet. */
  public LaneConsumer(StreamConnection connection, Lane lane, LaneStep step) {
    this.lane = lane;
    this.loop =
        new BatchLoop<>(connection, group(lane), Topic.of(lane), new LaneDecoder(lane), step::take);
  }

  /** Plain name of the consumer group that does triage for a lane. */
  static String group(Lane lane) {
    return "triage-" + lane.key();
  }

  /** The lane. */
  public Lane lane() {
    return lane;
  }

  /** Starts the thread; once only. */
  public void start() {
    loop.start();
  }

  /** Whether the thread runs. */
  public boolean isRunning() {
    return loop.isRunning();
  }

  /** The partitions this process owns just now; for any thread. */
  public Set<Integer> owned() {
    return loop.owned();
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
