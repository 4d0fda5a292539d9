package org.tocsin.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.submission.Receipt;

/**
 * How submissions over HTTP fare in this process.
 *
 * @param lastTaken when one was last taken, null where none was since the start
 * @param lastReceipt its receipt, the last one where it has several
 * @param taken submissions taken since the start, each file of an archive on its own
 * @param refused requests that were answered with anything else since the start
 * @param lastErrorAt when one last failed through no fault of its sender, null where none did
 * @param lastError what it was
 */
public record PushState(
    @Nullable Instant lastTaken,
    @Nullable UUID lastReceipt,
    long taken,
    long refused,
    @Nullable Instant lastErrorAt,
    @Nullable String lastError) {
  /** So long after a failure nobody can tell whether the next one would succeed. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  static final PushState NEW = new PushState(null, null, 0, 0, null, null);

  /** Whether the last one failed through no fault of its sender, a short time ago. */
  public boolean isFailing(Instant now) {
    return lastErrorAt != null
        && lastErrorAt.isAfter(now.minus(FRESH))
        && (lastTaken == null || lastTaken.isBefore(lastErrorAt));
  }

  PushState plus(List<Receipt> kept, Instant at) {
    return kept.isEmpty()
        ? this
        : new PushState(
            at, kept.getLast().id(), taken + kept.size(), refused, lastErrorAt, lastError);
  }

  PushState plusRefused() {
    return new PushState(lastTaken, lastReceipt, taken, refused + 1, lastErrorAt, lastError);
  }

  PushState with(String error, Instant at) {
    return new PushState(lastTaken, lastReceipt, taken, refused, at, error);
  }
}
