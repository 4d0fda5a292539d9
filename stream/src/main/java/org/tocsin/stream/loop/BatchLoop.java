package org.tocsin.stream.loop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.Membership.Polled;

/**
 * Reads a topic as a member of a group, on a thread of its own: polls a batch, gives it to a step,
 * commits it. A step that throws gets the same batch again, for ever, with pauses; meanwhile the
 * member stays in its group. At least once: after a crash or a rebalance the new owner of a
 * partition gets what was not committed.
 */
public final class BatchLoop<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
  private static final Duration DURING_REBALANCE = Duration.ofMillis(100);
  private static final Duration REST = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StreamConnection connection;
  private final String group;
  private final String topic;
  private final PartitionDecoder<T> decoder;
  private final Consumer<List<T>> step;
  private final LoopMeters meters;
  private final FailureNotes notes;
  private final Ownership ownership = new Ownership();
  private final Gate gate = new Gate();
  private final Backoff rejoining = new Backoff();
  private volatile @Nullable Thread thread;

  /**
   * A loop that does not run yet.
   *
   * @param group the group's plain name
   * @param step takes what the decoder made of a batch; never called with an empty list
   */
  public BatchLoop(
      StreamConnection connection,
      String group,
      Topic topic,
      PartitionDecoder<T> decoder,
      Consumer<List<T>> step) {
    this.connection = connection;
    this.group = connection.group(group);
    this.topic = connection.name(topic);
    this.decoder = decoder;
    this.step = step;
    this.meters = new LoopMeters(connection.meters(), group);
    this.notes = new FailureNotes(group);
  }

  /** Starts the thread. A loop runs once. */
  public synchronized void start() {
    if (thread != null) {
      throw new IllegalStateException(group + " was started before");
    }
    thread = Thread.ofPlatform().name(group).daemon().start(this::run);
  }

  /** Whether the thread runs. */
  public boolean isRunning() {
    Thread current = thread;
    return current != null && current.isAlive();
  }

  /** The partitions this member owns just now; for any thread. */
  public Set<Integer> owned() {
    return ownership.numbers();
  }

  /**
   * The same, each with a number that is another one when it was lost and came back; for any
   * thread.
   */
  public Map<Integer, Long> tenures() {
    return ownership.serials();
  }

  /**
   * Takes nothing more until {@link #resume}, but stays in the group; a batch whose step failed is
   * kept.
   *
   * @return whether no step is at work any more; false when one still was after {@code timeout}
   */
  public boolean pause(Duration timeout) {
    return gate.pause(timeout);
  }

  /** Ends a pause. */
  public void resume() {
    gate.resume();
  }

  /** Lets the step finish its batch, up to ten seconds, then interrupts it; leaves the group. */
  @Override
  public void close() {
    gate.close();
    Thread current = thread;
    if (current == null || current == Thread.currentThread()) {
      return;
    }
    try {
      if (!current.join(PATIENCE)) {
        current.interrupt();
        current.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      current.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (gate.isOpen()) {
      try (Membership<T> membership = join()) {
        serve(membership);
      } catch (CommitFailedException e) {
        LOG.info("{} was taken for dead while it worked; joins its group again", group);
      } catch (RuntimeException e) {
        if (gate.isOpen()) {
          notes.failed("read " + topic, e);
          gate.rest(rejoining.next());
        }
      }
    }
    gate.rest(Duration.ZERO);
  }

  private Membership<T> join() {
    return new Membership<>(
        connection.member(group), topic, decoder, ownership, gate, connection.settings());
  }

  private void serve(Membership<T> membership) {
    while (gate.isOpen()) {
      if (gate.mustRest()) {
        membership.hold(REST);
        continue;
      }
      List<Polled<T>> batch = membership.poll();
      if (!batch.isEmpty() && take(membership, batch)) {
        commit(membership, batch);
      }
    }
  }

  /** Whether the step has taken what is still ours; false when the loop closed before. */
  private boolean take(Membership<T> membership, List<Polled<T>> batch) {
    Backoff backoff = new Backoff();
    while (gate.isOpen()) {
      List<T> items =
          membership.stillOwned(batch).stream()
              .flatMap(polled -> polled.batch().items().stream())
              .toList();
      if (items.isEmpty() || give(items)) {
        meters.settled();
        return true;
      }
      membership.hold(backoff.next());
      while (gate.isOpen() && gate.mustRest()) {
        membership.hold(REST);
      }
      meters.redelivering();
    }
    return false;
  }

  private boolean give(List<T> items) {
    try {
      step.accept(items);
      notes.succeeded();
      return true;
    } catch (RuntimeException | Error e) {
      notes.failed("take a batch", e);
      return false;
    }
  }

  private void commit(Membership<T> membership, List<Polled<T>> batch) {
    Backoff backoff = new Backoff();
    List<Polled<T>> owned = membership.stillOwned(batch);
    while (!owned.isEmpty()) {
      try {
        membership.commit(owned);
        owned.forEach(polled -> meters.committed(polled.batch()));
        rejoining.reset();
        return;
      } catch (RebalanceInProgressException e) {
        membership.hold(DURING_REBALANCE);
      } catch (RetriableException e) {
        notes.failed("commit", e);
        membership.hold(backoff.next());
      }
      owned = gate.isOpen() ? membership.stillOwned(batch) : List.of();
    }
  }
}
