package org.tocsin.model.stix;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Timestamps of STIX 2.1 section 3.2: RFC 3339, UTC, {@code Z}. */
public final class StixTime {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

  private StixTime() {}

  /** With three digits after the second, as {@code created} and {@code modified} need at least. */
  public static String millis(Instant instant) {
    return MILLIS.format(instant);
  }

  /** With six digits after the second, as TAXII 2.1 section 3.4 wants of {@code added_after}. */
  public static String micros(Instant instant) {
    return MICROS.format(instant);
  }

  /** Reads a timestamp; empty where it is none. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Microseconds since 1970, negative before; saturates at the ends of a long. */
  public static long epochMicros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.get(ChronoField.MICRO_OF_SECOND);
  }
}
