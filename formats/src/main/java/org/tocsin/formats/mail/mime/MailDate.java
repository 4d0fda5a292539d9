package org.tocsin.formats.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Timestamps;

/**
 * Dates of mails (RFC 5322 section 3.3 and 4.3), as loosely as they occur; UTC where a zone is not
 * known or none is given.
 */
public final class MailDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\p{Alpha}{3,9},?\\s+)?(\\d{1,2})[ -](\\p{Alpha}{3})\\p{Alpha}*[ -](\\d{4}|\\d{2})\\s+"
              + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([+-]\\d{4}|\\p{Alpha}{1,5})?.*",
          Pattern.DOTALL);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Hours from UTC of the zones RFC 5322 section 4.3 names, and two that German mail has. */
  private static final Map<String, Integer> ZONES =
      Map.of(
          "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8,
          "CET", 1, "CEST", 2);

  private MailDate() {}

  /** Reads a date; empty where it is none. */
  public static Optional<Instant> parse(String text) {
    String stripped = text.strip();
    Matcher matcher = DATE.matcher(stripped);
    if (!matcher.matches()) {
      return Timestamps.parse(stripped);
    }
    int month = MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
    try {
      return Optional.of(
          LocalDateTime.of(
                  year(matcher.group(3)),
                  month,
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(4)),
                  Integer.parseInt(matcher.group(5)),
                  second(matcher.group(6)))
              .toInstant(zone(matcher.group(7))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** RFC 5322 section 4.3: two digits below 50 are of this century. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < 50 ? 2000 + year : 1900 + year;
  }

  /** A leap second counts as the second before. */
  private static int second(@Nullable String digits) {
    return digits == null ? 0 : Math.min(59, Integer.parseInt(digits));
  }

  private static ZoneOffset zone(@Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    char sign = zone.charAt(0);
    if (sign == '+' || sign == '-') {
      int minutes =
          Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
      return ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
    }
    return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
  }
}
