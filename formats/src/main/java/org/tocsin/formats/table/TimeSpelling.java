package org.tocsin.formats.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Timestamps;

/** How a column writes times. Where it names no zone, it is UTC. */
final class TimeSpelling {
  /** By its looks: ISO 8601 and its kin, seconds or milliseconds since 1970, or RFC 1123. */
  static final TimeSpelling ANY = new TimeSpelling(null);

  private static final double FIRST_MILLISECONDS = 1e11;
  private static final double LAST_MILLISECONDS = 253_402_300_799_999d;

  private final @Nullable DateTimeFormatter pattern;

  private TimeSpelling(@Nullable DateTimeFormatter pattern) {
    this.pattern = pattern;
  }

  /**
   * After a pattern of {@link DateTimeFormatter}; months are named in English, a date alone is its
   * first moment.
   *
   * @throws IllegalArgumentException where it is no pattern
   */
  static TimeSpelling pattern(String pattern) {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    if (pattern.indexOf('H') < 0 && pattern.indexOf('h') < 0) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    return new TimeSpelling(builder.toFormatter(Locale.ENGLISH));
  }

  Optional<Instant> parse(String text) {
    try {
      if (pattern != null) {
        return Optional.of(
            instant(pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from)));
      }
      Optional<Instant> epoch = epoch(text);
      Optional<Instant> time = epoch.isPresent() ? epoch : Timestamps.parse(text);
      return time.isPresent() || text.indexOf(',') < 0
          ? time
          : Optional.of(
              instant(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, ZonedDateTime::from)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor time) {
    return time instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(time);
  }

  /** Nine digits or more, with or without a fraction; eight may be a date. */
  private static Optional<Instant> epoch(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean fraction = digits < text.length() && text.charAt(digits) == '.';
    if (digits < 9 || digits > 15 || digits < text.length() && !fraction) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(text);
      double millis = number < FIRST_MILLISECONDS ? number * 1000 : number;
      return millis > LAST_MILLISECONDS
          ? Optional.empty()
          : Optional.of(Instant.ofEpochMilli(Math.round(millis)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
