package org.tocsin.ingest.submission;

import java.time.Duration;

/**
 * What all submissions together may take of the process's memory. A raw record costs its size about
 * four times over while it is large: as read, as one piece, as encoded, and in the send buffer.
 *
 * @param submissions how many are read at the same time, three quarters of them at most from
 *     machines; each with up to {@link RecordAllowance#SMALL} of records not yet sent in its
 *     framer, and up to 1 MiB that was looked at where its size is unknown
 * @param largeRecords how many records over that size are put together at the same time
 * @param inFlight bytes sent and not yet acknowledged, all submissions together; less than the
 *     producer's buffer, which gives up where this waits
 * @param window bytes sent and not yet acknowledged, of one submission
 * @param patience how long one waits for its turn
 */
public record RoomLimits(
    int submissions, int largeRecords, long inFlight, long window, Duration patience) {

  /** 32 submissions, one large record, 32 MiB in flight, 16 MiB for each, two minutes. */
  public static final RoomLimits DEFAULTS =
      new RoomLimits(32, 1, 32L << 20, 16L << 20, Duration.ofMinutes(2));

  /** Throws IllegalArgumentException where a limit is not positive. */
  public RoomLimits {
    if (submissions <= 0
        || largeRecords <= 0
        || inFlight <= 0
        || window <= 0
        || !patience.isPositive()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
