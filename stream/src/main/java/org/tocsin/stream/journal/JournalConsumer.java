package org.tocsin.stream.journal;

import java.time.Duration;
import org.tocsin.model.journal.Journaled;
import org.tocsin.stream.JournalStep;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.BatchLoop;

/**
 * Feeds the journal to the projector, or to another group of readers, in order. Of all processes
 * that run one of a group, one has it at a time. See {@link BatchLoop} for what happens when things
 * fail.
 */
public final class JournalConsumer implements AutoCloseable {
  static final String GROUP = "projector";

  private final BatchLoop<Journaled> loop;

  /** The projector's, which does not run yet. */
  public JournalConsumer(StreamConnection connection, JournalStep step) {
    this(connection, GROUP, step);
  }

  /** One of a group of its own, which does not run yet. */
  public JournalConsumer(StreamConnection connection, String group, JournalStep step) {
    this.loop = new BatchLoop<>(connection, group, Topic.JOURNAL, new JournalDecoder(), step::take);
  }

  /** Starts the thread; once only. */
  public void start() {
    loop.start();
  }

  /** Whether the thread runs. */
  public boolean isRunning() {
    return loop.isRunning();
  }

  /** Whether it is this process that reads the journal just now. */
  public boolean isOwner() {
    return loop.owned().contains(KafkaJournal.PARTITION);
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
