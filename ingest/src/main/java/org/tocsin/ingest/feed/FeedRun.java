package org.tocsin.ingest.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.RetryableFetchException;
import org.tocsin.stream.StreamUnavailableException;

/** Fetches one feed for as long as the process runs, whatever goes wrong. Thread-safe. */
final class FeedRun {
  private static final Logger log = LoggerFactory.getLogger(FeedRun.class);
  private static final Duration MOST_JITTER = Duration.ofMinutes(5);

  private final FeedDefinition feed;
  private final Way way;
  private final FeedMemories memories;
  private final FeedSettings settings;
  private final Semaphore turns;
  private final InstantSource clock;

  /** Whether it was never taken as it is defined now. */
  private final boolean anew;

  private FeedMemory memory;
  private @Nullable Instant next;
  private @Nullable Instant lastFetch;
  private @Nullable String lastError;
  private int failures;
  private boolean fetching;
  private boolean asked;
  private boolean told;
  private boolean listening;
  private boolean paused;

  /**
   * A run that has not begun.
   *
   * @param turns as many as may fetch at the same time
   */
  FeedRun(
      FeedDefinition feed,
      Way way,
      FeedMemories memories,
      FeedSettings settings,
      Semaphore turns,
      InstantSource clock) {
    this.feed = feed;
    this.way = way;
    this.memories = memories;
    this.settings = settings;
    this.turns = turns;
    this.clock = clock;
    FeedMemory remembered = memories.read(feed.name());
    this.memory = remembered.readAs(feed.reading());
    this.anew = memory != remembered;
    FeedMemory.Trouble trouble = memory.trouble();
    if (trouble != null) {
      failures = trouble.failures();
      lastError = trouble.error();
      lastFetch = trouble.at();
    }
  }

  /** What it fetches. */
  FeedDefinition feed() {
    return feed;
  }

  /** How it fares. */
  synchronized FeedStanding standing() {
    return new FeedStanding(
        feed,
        state(),
        memory,
        lastFetch,
        paused ? null : next,
        failures,
        lastError == null ? memory.left() : lastError);
  }

  /** Pauses it, or lets it go on. What is being fetched is fetched to its end. */
  synchronized void pause(boolean now) {
    if (paused && !now) {
      // After a long pause it would be due for all the times it missed at once.
      next = clock.instant();
    }
    paused = now;
    notifyAll();
  }

  /** Ends it, but not while it writes down what it took. */
  synchronized void end(Thread running) {
    running.interrupt();
  }

  /** Fetches it now, once, even while it is paused. */
  synchronized void now() {
    asked = true;
    notifyAll();
  }

  /** Goes on until the thread is interrupted. */
  void run() {
    begin();
    try {
      while (true) {
        waitUntilDue();
        turns.acquire();
        try {
          pull();
        } finally {
          turns.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Listens for news until the thread is interrupted; ends at once where there is nothing to listen
   * to, and then the schedule alone says when it is fetched. No turn is needed for it.
   */
  void listen() {
    int inARow = 0;
    try {
      while (true) {
        waitWhilePaused();
        boolean heard = false;
        try {
          if (!way.listen(this::news)) {
            return;
          }
          heard = true;
        } catch (RuntimeException e) {
          if (!Thread.currentThread().isInterrupted()) {
            log.warn("Feed {} can not be listened to; its schedule goes on", feed.name(), e);
          }
        }
        if (Thread.interrupted()) {
          return;
        }
        inARow = heard || isListening() ? 0 : inARow + 1;
        silent();
        if (!heard) {
          Thread.sleep(backOff(Math.max(1, inARow)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      silent();
    }
  }

  private synchronized void waitWhilePaused() throws InterruptedException {
    while (paused) {
      wait(Duration.ofMinutes(1).toMillis());
    }
  }

  /**
   * There may be something new: fetches as soon as may be. A feed that fails waits nevertheless.
   */
  private synchronized void news() {
    listening = true;
    told = true;
    notifyAll();
  }

  private synchronized void silent() {
    listening = false;
  }

  private synchronized boolean isListening() {
    return listening;
  }

  private synchronized void begin() {
    Instant last = memory.lastSuccess();
    Instant due = last == null || anew ? clock.instant() : feed.schedule().after(last);
    Instant soonest = clock.instant().plus(random(settings.spread()));
    Instant wanted = memory.trouble() == null ? null : memory.trouble().notBefore();
    if (wanted != null && wanted.isAfter(soonest)) {
      soonest = wanted;
    }
    next = due.isBefore(soonest) ? soonest : due;
  }

  private synchronized void waitUntilDue() throws InterruptedException {
    while (!asked && (paused || !isDue())) {
      long pause =
          paused || next == null
              ? Duration.ofMinutes(1).toMillis()
              : Duration.between(clock.instant(), next).toMillis();
      wait(Math.clamp(pause, 1, Duration.ofMinutes(1).toMillis()));
    }
    asked = false;
    told = false;
    fetching = true;
  }

  private boolean isDue() {
    return next == null || (told && failures == 0) || !next.isAfter(clock.instant());
  }

  private void pull() throws InterruptedException {
    FeedMemory before;
    synchronized (this) {
      lastFetch = clock.instant();
      before = memory;
    }
    try {
      succeeded(way.pull(before, this::kept));
    } catch (FetchFailedException e) {
      failed(e.failure().title() + ". " + e.detail(), Duration.ZERO);
    } catch (RetryableFetchException e) {
      failed(e.failure().title() + ". " + e.detail(), e.retryAfter());
    } catch (RefusedException e) {
      failed(e.refusal().title() + ". " + e.detail(), Duration.ZERO);
    } catch (RetryableRefusalException e) {
      failed(e.refusal().title() + ".", e.retryAfter());
    } catch (StreamUnavailableException e) {
      failed("Reports can not be stored just now.", e.retryAfter());
    } catch (RuntimeException | Error e) {
      log.error("Fetching feed {} failed; it goes on", feed.name(), e);
      failed("It failed for a reason that is in the log.", Duration.ZERO);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("the process stops");
    }
  }

  private synchronized void kept(FeedMemory part) {
    memory = part;
    remember();
  }

  private synchronized void succeeded(FeedMemory after) {
    Instant now = clock.instant();
    memory = after.succeeded(now);
    fetching = false;
    failures = 0;
    lastError = null;
    Instant due = feed.schedule().after(now);
    Duration jitter = Duration.between(now, due).dividedBy(10);
    next = due.plus(random(jitter.compareTo(MOST_JITTER) < 0 ? jitter : MOST_JITTER));
    remember();
  }

  /** Twice as long each time up to the longest, give or take a quarter; never before asked. */
  private synchronized void failed(String error, Duration retryAfter) {
    fetching = false;
    failures++;
    lastError = error;
    Duration pause = backOff(failures);
    Instant now = clock.instant();
    next = now.plus(pause.compareTo(retryAfter) < 0 ? retryAfter : pause);
    log.warn("Feed {} could not be fetched, {} in a row: {}", feed.name(), failures, error);
    memory =
        memory.failed(
            new FeedMemory.Trouble(
                failures, error, now, retryAfter.isZero() ? null : now.plus(retryAfter)));
    remember();
  }

  private Duration backOff(int inARow) {
    long grown = settings.firstPause().toMillis() << Math.min(inARow - 1, 16);
    long capped = Math.clamp(grown, 1, settings.longestPause().toMillis());
    return Duration.ofMillis(capped * 3 / 4).plus(random(Duration.ofMillis(capped / 2)));
  }

  private FeedState state() {
    if (fetching) {
      return FeedState.FETCHING;
    }
    if (paused) {
      return FeedState.PAUSED;
    }
    if (failures > 0) {
      return FeedState.FAILING;
    }
    return listening ? FeedState.LISTENING : FeedState.WAITING;
  }

  /** Also where it is to end: what was taken is taken. */
  private void remember() {
    boolean ending = Thread.interrupted();
    try {
      memories.write(feed.name(), memory);
    } catch (IOException e) {
      log.warn(
          "What is known of feed {} can not be written; a restart fetches it anew", feed.name(), e);
    } finally {
      if (ending) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration random(Duration most) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
  }
}
