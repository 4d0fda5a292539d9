package org.tocsin.formats.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of a point in time that occur in reports: date and time with a blank or {@code T}
 * between, with or without fraction, with or without a zone; UTC where none is given, as
 * Shadowserver and others document it. A date alone is its first moment.
 */
public final class Timestamps {
  private static final Pattern ZONED =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
              + " ?(?:Z|UTC|GMT|([+-]\\d{2})(?::?(\\d{2}))?)?",
          Pattern.CASE_INSENSITIVE);

  /** What OpenSSL prints for the dates of a certificate. */
  private static final DateTimeFormatter OPENSSL =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ENGLISH);

  private static final int PLAIN_LENGTH = "2026-11-20 00:00:00".length();

  private Timestamps() {}

  /** Reads a point in time of the years 1 to 9999; empty where it is none. */
  public static Optional<Instant> parse(String text) {
    try {
      Instant instant = text.length() == PLAIN_LENGTH ? plain(text) : null;
      return instant == null ? zoned(text) : Optional.of(instant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads the date of a certificate; empty where it is none. */
  public static Optional<Instant> ofCertificate(String text) {
    if (!text.endsWith(" GMT")) {
      return parse(text);
    }
    try {
      String spaced = text.substring(0, text.length() - 4).replaceAll(" +", " ");
      LocalDateTime time = LocalDateTime.parse(spaced, OPENSSL);
      return time.getYear() > 9999 ? Optional.empty() : Optional.of(time.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The usual spelling, read without a pattern; null where it is another. */
  private static @Nullable Instant plain(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    char between = text.charAt(10);
    boolean usual =
        (year | month | day | hour | minute | second) >= 0
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && (between == ' ' || between == 'T')
            && text.charAt(13) == ':'
            && text.charAt(16) == ':';
    return usual ? instant(year, month, day, hour, minute, second, 0, 0) : null;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Optional<Instant> zoned(String text) {
    Matcher matcher = ZONED.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String fraction = matcher.group(7) == null ? "0" : matcher.group(7);
    int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    return Optional.of(
        instant(
            group(matcher, 1),
            group(matcher, 2),
            group(matcher, 3),
            group(matcher, 4),
            group(matcher, 5),
            group(matcher, 6),
            nanos,
            offsetMinutes(matcher)));
  }

  private static int group(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  private static int offsetMinutes(Matcher matcher) {
    int hours = group(matcher, 8);
    int minutes = group(matcher, 9);
    boolean west = matcher.group(8) != null && matcher.group(8).startsWith("-");
    return hours * 60 + (west ? -minutes : minutes);
  }

  private static Instant instant(
      int year, int month, int day, int hour, int minute, int second, int nanos, int offset) {
    Instant instant =
        LocalDateTime.of(year, month, day, hour, minute, second, nanos)
            .toInstant(ZoneOffset.ofTotalSeconds(offset * 60));
    int utcYear = instant.atOffset(ZoneOffset.UTC).getYear();
    if (utcYear < 1 || utcYear > 9999) {
      throw new DateTimeException("outside the years that RFC 3339 can write");
    }
    return instant;
  }
}
