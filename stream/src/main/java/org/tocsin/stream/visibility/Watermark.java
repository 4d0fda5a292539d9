package org.tocsin.stream.visibility;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a partition has come in the order of visibility, in microseconds since 1970. A function
 * of the partition's entries alone, so whoever reads them again comes to the same values.
 *
 * @param added the {@code added} of the last record; what comes later gets a larger one
 * @param data the same, but only of raw records: ticks do not move it, so that they never call for
 *     more ticks
 */
public record Watermark(long added, long data) {
  /** Before the first entry. */
  public static final Watermark START = new Watermark(0, 0);

  private static final Pattern METADATA = Pattern.compile("added=(\\d{1,18});data=(\\d{1,18})");

  /**
   * The {@code added} that the next entry gets: when it was appended, or just after the one before.
   *
   * @param appended when Kafka appended it, milliseconds since 1970
   */
  public long next(long appended) {
    return Math.max(appended * 1_000, added + 1);
  }

  /**
   * After a raw record, whose records lie one microsecond apart.
   *
   * @param records how many records the framer counted in it
   */
  public Watermark afterRecord(long appended, int records) {
    long last = next(appended) + Math.max(records, 1) - 1;
    return new Watermark(last, last);
  }

  /** After a tick, or anything else without a record: up to when it was appended. */
  public Watermark afterTick(long appended) {
    return new Watermark(Math.max(appended * 1_000, added), data);
  }

  /** As the metadata of an offset commit. */
  public String metadata() {
    return "added=" + added + ";data=" + data;
  }

  /** Reads a commit's metadata; {@link #START} where somebody else wrote it. */
  public static Watermark ofMetadata(String metadata) {
    Matcher matcher = METADATA.matcher(metadata);
    return matcher.matches()
        ? new Watermark(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
        : START;
  }

  /** {@link #added} as a time. */
  public Instant instant() {
    return instant(added);
  }

  /** Microseconds since 1970 as a time. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
