package org.tocsin.outward;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an exchange off that takes too long in any way. The socket's own time-out only sees a server
 * that says nothing at all; one that sends a byte now and then is seen here.
 */
final class Watch implements AutoCloseable {
  private final OutwardSettings.Timeouts timeouts;
  private final Runnable cut;
  private final long begun = System.nanoTime();
  private final long end;
  private final ScheduledFuture<?> ticking;
  private long windowBegun;
  private long windowBytes;
  private boolean answered;
  private @Nullable Failure failure;

  /**
   * Watches from now on.
   *
   * @param end when the whole has to be done, as {@link System#nanoTime()} counts
   * @param cut ends the exchange from outside
   */
  Watch(OutwardSettings.Timeouts timeouts, long end, Runnable cut, ScheduledExecutorService clock) {
    this.timeouts = timeouts;
    this.end = end;
    this.cut = cut;
    long beat = Math.clamp(timeouts.window().toMillis() / 4, 10, 1000);
    this.ticking = clock.scheduleAtFixedRate(this::look, beat, beat, TimeUnit.MILLISECONDS);
  }

  /** The head of the answer is there. */
  synchronized void answered() {
    answered = true;
    windowBegun = System.nanoTime();
  }

  /** So many bytes came. */
  synchronized void came(long bytes) {
    windowBytes += bytes;
  }

  /** Why the exchange was cut off, null where it was not. */
  synchronized @Nullable Failure failure() {
    return failure;
  }

  @Override
  public void close() {
    ticking.cancel(false);
  }

  private void look() {
    if (verdict()) {
      cut.run();
    }
  }

  private synchronized boolean verdict() {
    if (failure != null) {
      return false;
    }
    long now = System.nanoTime();
    if (now - end > 0) {
      failure = answered ? Failure.TOO_SLOW : Failure.NO_ANSWER;
    } else if (!answered) {
      Duration patience = timeouts.connect().plus(timeouts.answer());
      failure = now - begun > patience.toNanos() ? Failure.NO_ANSWER : null;
    } else if (now - windowBegun > timeouts.window().toNanos()) {
      failure = windowBytes < timeouts.windowBytes() ? Failure.TOO_SLOW : null;
      windowBegun = now;
      windowBytes = 0;
    }
    return failure != null;
  }
}
