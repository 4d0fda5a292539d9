package org.tocsin.stream.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses between tries: each about twice as long as the one before up to {@link #LONGEST},
 * and anywhere between half and all of that, so that processes that failed together do not return
 * together.
 */
public final class Backoff {
  static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration FIRST = Duration.ofMillis(200);

  private long nextMillis = FIRST.toMillis();

  /** After a success: the next pause is a short one again. */
  public void reset() {
    nextMillis = FIRST.toMillis();
  }

  /** The pause before the next try. */
  public Duration next() {
    long millis = nextMillis;
    nextMillis = Math.min(LONGEST.toMillis(), millis * 2);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
  }
}
