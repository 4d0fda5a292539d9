package org.tocsin.model.account;

import java.time.Instant;

/**
 * How far triage has come in one partition of a lane.
 *
 * @param committed offset of the first raw record whose outcome is not written yet
 * @param end offset the next raw record will get
 * @param watermark everything of this partition with {@code added} up to here is visible to
 *     searches; the epoch where nothing was read yet
 * @param newest the {@code added} of the last record of this partition; at or before the watermark,
 *     which ticks move further; the epoch where no record was read yet
 */
public record Progress(long committed, long end, Instant watermark, Instant newest) {
  /** Raw records that wait. */
  public long lag() {
    return Math.max(0, end - committed);
  }
}
