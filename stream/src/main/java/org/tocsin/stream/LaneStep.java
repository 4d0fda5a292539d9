package org.tocsin.stream;

import java.util.List;

/** What triage does with the raw records of a lane. */
@FunctionalInterface
public interface LaneStep {
  /**
   * Takes a batch, in the order of its partitions. When it returns, everything made of the batch is
   * written and visible to searches; only then is the batch committed and the watermark moved.
   * Whatever it throws, the same batch comes again after a pause.
   */
  void take(List<ReceivedRecord> batch);
}
