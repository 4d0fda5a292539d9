package org.tocsin.alerts.sse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.JournalTail;
import org.tocsin.stream.journal.JournalTail.Appended;

/**
 * Beats once for all streams of a process when something that was journalled has become visible:
 * the end of the journal says that something is to come, the projector's progress that it is there.
 * Does nothing until the first stream wants it. Thread-safe.
 */
final class Pulse implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final JournalProgress progress;
  private final Tails tails;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable JournalTail tail;
  private long appended = -1;
  private long count;
  private boolean running;
  private boolean over;

  /** Makes a tail of the journal from that offset on. */
  @FunctionalInterface
  interface Tails {
    JournalTail from(long offset, Consumer<Appended> listener);
  }

  Pulse(JournalProgress progress, Tails tails) {
    this.progress = progress;
    this.tails = tails;
  }

  /** Begins to follow the journal, where that has not begun yet. */
  void follow() {
    lock.lock();
    try {
      if (tail == null && !over) {
        tail = tails.from(progress.offset(), this::appended);
        tail.start();
        Thread.ofVirtual().name("release-pulse").start(this::run);
      }
    } catch (StreamUnavailableException e) {
      LOG.debug("streams look by themselves until the journal can be followed", e);
    } finally {
      lock.unlock();
    }
  }

  /** How often it has beaten. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the process is about to end. */
  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it has beaten more often than that, at most that long.
   *
   * @return how often it has
   */
  long await(long seen, Duration longest) {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (count == seen && !over && left > 0) {
        left = changed.awaitNanos(left);
      }
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void appended(Appended entry) {
    lock.lock();
    try {
      appended = entry.offset();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long visible = -1;
    while (true) {
      lock.lock();
      try {
        while (appended <= visible && !over) {
          changed.awaitUninterruptibly();
        }
        if (over) {
          return;
        }
      } finally {
        lock.unlock();
      }
      visible = beatAfter(visible);
    }
  }

  /** Beats when something after that offset has become visible; the last offset that has. */
  private long beatAfter(long visible) {
    try {
      long next = progress.offset() - 1;
      if (next > visible) {
        beat();
        return next;
      }
      pause(LOOK_NANOS);
    } catch (StreamUnavailableException e) {
      LOG.debug("cannot tell how far the projector is", e);
      pause(REST_NANOS);
    }
    return visible;
  }

  private void beat() {
    lock.lock();
    try {
      count++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  @Override
  public void start() {
    set(true);
  }

  /** Ends all streams; comes before the server waits for its requests to end. */
  @Override
  public void stop() {
    JournalTail followed = set(false);
    if (followed != null) {
      followed.close();
    }
  }

  private @Nullable JournalTail set(boolean on) {
    lock.lock();
    try {
      running = on;
      over = !on;
      JournalTail followed = tail;
      changed.signalAll();
      return followed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }
}
