package org.tocsin.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Since when, and whether still, a list holds an entry.
 *
 * @param lastReported when the last snapshot that held it was collected, microseconds
 * @param endedAt when the first complete snapshot after that was collected, which no longer held
 *     it; null while there is none
 */
public record Listing(Instant lastReported, @Nullable Instant endedAt) {
  public Listing {
    lastReported = lastReported.truncatedTo(ChronoUnit.MICROS);
    if (endedAt != null && !endedAt.isAfter(lastReported)) {
      throw new IllegalArgumentException("ended while it was listed");
    }
  }

  /** Of an entry that a snapshot of that time holds. */
  public static Listing of(Instant collectedAt) {
    return new Listing(collectedAt, null);
  }

  /** Whether a snapshot of that time tells more of when it was last listed. */
  public boolean isBefore(Instant collectedAt) {
    return lastReported.isBefore(collectedAt.truncatedTo(ChronoUnit.MICROS));
  }

  /** The same once a snapshot of that time holds it too: moves on, and never back. */
  public Listing reported(Instant collectedAt) {
    if (!isBefore(collectedAt)) {
      return this;
    }
    Instant end = endedAt != null && endedAt.isAfter(collectedAt) ? endedAt : null;
    return new Listing(collectedAt, end);
  }

  /** The same with that end, or without one. */
  public Listing ended(@Nullable Instant end) {
    return new Listing(lastReported, end);
  }
}
