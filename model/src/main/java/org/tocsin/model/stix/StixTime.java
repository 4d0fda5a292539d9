package org.tocsin.model.stix;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Timestamps of STIX 2.1 section 3.2: RFC 3339, UTC, {@code Z}. */
public final class StixTime {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

  private static final int LONGEST = "2016-01-20T12:31:12.123456789Z".length();
  private static final Pattern BEYOND_NANOS = Pattern.compile("(\\.\\d{9})\\d+(?=Z$)");

  private StixTime() {}

  /** With three digits after the second, as {@code created} and {@code modified} need at least. */
  public static String millis(Instant instant) {
    return MILLIS.format(instant);
  }

  /** With six digits after the second, as TAXII 2.1 section 3.4 wants of {@code added_after}. */
  public static String micros(Instant instant) {
    return MICROS.format(instant);
  }

  /**
   * Reads a timestamp; empty where it is none. The standard sets no end to the digits of a second;
   * those beyond nanoseconds are cut off.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(upToNanos(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String upToNanos(String text) {
    return text.length() <= LONGEST ? text : BEYOND_NANOS.matcher(text).replaceFirst("$1");
  }

  /** Microseconds since 1970, negative before; saturates at the ends of a long. */
  public static long epochMicros(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (Math.abs(seconds) >= Long.MAX_VALUE / 1_000_000) {
      return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return seconds * 1_000_000 + instant.get(ChronoField.MICRO_OF_SECOND);
  }
}
