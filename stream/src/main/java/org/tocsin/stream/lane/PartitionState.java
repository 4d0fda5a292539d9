package org.tocsin.stream.lane;

import org.tocsin.model.account.Progress;
import org.tocsin.stream.visibility.Watermark;

/**
 * One partition of a lane at one moment.
 *
 * @param committed offset of the first entry that is not done
 * @param end offset the next entry will get
 * @param watermark the order of visibility up to {@code committed}
 */
record PartitionState(long committed, long end, Watermark watermark) {
  boolean isDrained() {
    return committed >= end;
  }

  Progress progress() {
    return new Progress(committed, end, watermark.instant());
  }
}
