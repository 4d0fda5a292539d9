package org.tocsin.web.way;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.feed.OpenWay;

/**
 * A way in that stands open, and how it fares in this process.
 *
 * @param way which
 * @param state {@code open}, {@code failing}, {@code paused}, {@code off} where there is none here,
 *     or {@code elsewhere} where another process has it
 * @param waiting how much waits behind it: files in the folder, entries of the bulk lane that wait
 *     for triage; null where it is not known here
 * @param lastTaken when something was last taken, null where nothing was since the start
 * @param lastReceipt the receipt of that, null where there is none
 * @param taken how much was taken since the start
 * @param refused how much was refused or put aside since the start
 * @param lastErrorAt when it last went wrong, null where it did not or does just now
 * @param lastError what went wrong the last time, null where nothing did
 * @param isHere whether this process has it
 */
public record FaringWay(
    OpenWay way,
    String state,
    @Nullable Long waiting,
    @Nullable Instant lastTaken,
    @Nullable UUID lastReceipt,
    long taken,
    long refused,
    @Nullable Instant lastErrorAt,
    @Nullable String lastError,
    boolean isHere) {

  /** One that this process does not have. */
  public static FaringWay absent(OpenWay way, String state, @Nullable Long waiting) {
    return new FaringWay(way, state, waiting, null, null, 0, 0, null, null, false);
  }

  /** The same, paused. */
  public FaringWay paused() {
    return new FaringWay(
        way,
        "paused",
        waiting,
        lastTaken,
        lastReceipt,
        taken,
        refused,
        lastErrorAt,
        lastError,
        isHere);
  }
}
