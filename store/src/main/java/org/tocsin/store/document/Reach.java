package org.tocsin.store.document;

import java.util.List;
import org.tocsin.model.account.Frame;
import org.tocsin.model.report.Lane;

/**
 * How far a submission reaches into the log: of each partition its last offset, packed into one
 * number, so that a range query finds the submissions that wait behind a committed offset. A
 * submission with a raw record at or behind the committed offset of a partition has its last one
 * there too.
 */
public final class Reach {
  private static final int OFFSET_BITS = 40;
  private static final int PARTITION_BITS = 16;
  private static final long LAST_OFFSET = (1L << OFFSET_BITS) - 1;

  /** The last partition there can be. */
  public static final int LAST_PARTITION = (1 << PARTITION_BITS) - 1;

  private Reach() {}

  /** The reach of those raw records in that lane. */
  static List<Long> of(Lane lane, List<Frame> frames) {
    return frames.stream()
        .map(Frame::partition)
        .distinct()
        .map(partition -> at(lane, partition, lastOffset(frames, partition)))
        .toList();
  }

  private static long lastOffset(List<Frame> frames, int partition) {
    return frames.stream()
        .filter(frame -> frame.partition() == partition)
        .mapToLong(Frame::offset)
        .max()
        .orElseThrow();
  }

  /** The number of that offset; grows with lane, partition and offset. */
  public static long at(Lane lane, int partition, long offset) {
    return ((long) lane.ordinal() << (PARTITION_BITS + OFFSET_BITS))
        | ((long) partition << OFFSET_BITS)
        | Math.min(offset, LAST_OFFSET);
  }

  /** The number behind all offsets of that partition. */
  public static long end(Lane lane, int partition) {
    return at(lane, partition, LAST_OFFSET);
  }
}
