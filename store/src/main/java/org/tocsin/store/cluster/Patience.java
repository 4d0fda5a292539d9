package org.tocsin.store.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.store.StoreUnavailableException;

/**
 * Pauses between tries, growing and with jitter, until a span that begins with the first pause is
 * over. One for each call; not thread-safe.
 */
public final class Patience {
  private static final long FIRST_PAUSE_MILLIS = 40;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final long nanos;
  private long end;
  private int pauses;

  /**
   * Patience of that length.
   *
   * @param length counted from the first pause on
   */
  public Patience(Duration length) {
    nanos = length.toNanos();
  }

  /**
   * Waits before the next try.
   *
   * @param doing what is being tried, for the message
   * @throws StoreUnavailableException when the span is over or the thread is interrupted
   */
  public void pause(String doing, Throwable cause) {
    long now = System.nanoTime();
    if (pauses == 0) {
      end = now + nanos;
    } else if (now - end >= 0) {
      throw new StoreUnavailableException("Elasticsearch did not answer: " + doing, cause);
    }
    long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(pauses++, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted: " + doing, cause);
    }
  }
}
