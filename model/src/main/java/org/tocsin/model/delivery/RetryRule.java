package org.tocsin.model.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: after about 30 seconds, then each time twice as long,
 * up to an hour, for a day. Each pause is longer by up to a half at random, so that what failed
 * together does not come back together.
 */
public final class RetryRule {
  /** So long a delivery is tried. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** A recipient may ask for more time, but not for all of it. */
  static final Duration MOST_ASKED = Duration.ofHours(6);

  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration LAST = Duration.ofHours(1);

  private RetryRule() {}

  /**
   * When the next try is; empty where the time for tries would be over by then.
   *
   * @param openSince since when it is tried
   * @param attempt the number of the try that failed, from 1 on
   * @param asked how long the recipient asked to wait; zero where they did not
   * @param now when it failed
   */
  public static Optional<Instant> next(
      Instant openSince, int attempt, Duration asked, Instant now, RandomGenerator random) {
    Duration capped = asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
    Duration pause = pause(attempt, random);
    Instant next = now.plus(pause.compareTo(capped) < 0 ? capped : pause);
    return next.isAfter(openSince.plus(LONGEST)) ? Optional.empty() : Optional.of(next);
  }

  private static Duration pause(int attempt, RandomGenerator random) {
    long longest = LAST.toMillis() * 2 / 3; // and half of it again makes an hour
    long grown = FIRST.toMillis() << Math.clamp(attempt - 1L, 0, 16);
    long millis = Math.min(longest, grown);
    return Duration.ofMillis(millis + random.nextLong(millis / 2 + 1));
  }
}
