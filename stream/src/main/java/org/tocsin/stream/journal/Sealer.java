package org.tocsin.stream.journal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.connection.StreamConnection;

/**
 * Seals the journal from the process that projects it: after a minute with something new, or after
 * a thousand new entries. A seal covers what is committed, so that it never covers what a crash
 * might still take back. It is written into the journal and into the log of the program.
 */
public final class Sealer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long MANY = 1_000;

  private final JournalConsumer consumer;
  private final JournalProgress progress;
  private final KafkaJournal journal;
  private final SealKey key;
  private final Duration interval;
  private final ScheduledExecutorService clock;
  private long sealedHere = -1;
  private long openSince;

  /**
   * A sealer that does not run yet.
   *
   * @param interval longest time something new stays without a seal
   */
  public Sealer(
      StreamConnection connection,
      JournalConsumer consumer,
      JournalProgress progress,
      SealKey key,
      Duration interval) {
    this.consumer = consumer;
    this.progress = progress;
    this.journal = new KafkaJournal(connection);
    this.key = key;
    this.interval = interval;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal-sealer").daemon().factory());
  }

  /** Starts it. */
  public void start() {
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    try {
      if (consumer.isOwner()) {
        consider(progress.reading());
      }
    } catch (RuntimeException e) {
      LOG.warn("cannot seal the journal just now: {}", e.toString());
    }
  }

  private void consider(JournalProgress.Reading reading) {
    JournalState state = reading.state();
    boolean open = state.isOpen() && state.latest() > sealedHere;
    if (!open) {
      openSince = 0;
      return;
    }
    long now = System.nanoTime();
    if (openSince == 0) {
      openSince = now;
    }
    long waiting = state.latest() - Math.max(state.sealed(), sealedHere);
    if (waiting >= MANY || now - openSince >= interval.toNanos()) {
      seal(reading.offset() - 1, state.chain());
    }
  }

  private void seal(long through, Chain chain) {
    journal.append(key.seal(through, chain));
    sealedHere = through;
    openSince = 0;
    LOG.info("journal sealed through {}: {} entries, {}", through, chain.count(), chain.hash());
  }
}
