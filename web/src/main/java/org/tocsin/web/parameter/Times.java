package org.tocsin.web.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.problem.BadParameterException;

/** Reads times as people and programs write them (ISO 8601); what names no offset is UTC. */
public final class Times {
  private static final int DATE_LENGTH = "2026-01-01".length();

  private Times() {}

  /**
   * The time a parameter holds; null where it is missing or blank.
   *
   * @throws BadParameterException where it is no time
   */
  public static @Nullable Instant parse(String parameter, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return instant(text.strip());
    } catch (DateTimeException e) {
      throw new BadParameterException(
          parameter, "'" + parameter + "' must be an ISO 8601 time, such as 2026-01-31T12:00:00Z.");
    }
  }

  private static Instant instant(String text) {
    if (text.length() == DATE_LENGTH) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    // A plus sign that was not escaped in a query string arrives as a space.
    String spaced = text.replaceFirst(" (\\d{2}:\\d{2})$", "+$1");
    return hasOffset(spaced)
        ? OffsetDateTime.parse(spaced).toInstant()
        : LocalDateTime.parse(spaced).toInstant(ZoneOffset.UTC);
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z")
        || text.indexOf('+', DATE_LENGTH) > 0
        || text.indexOf('-', DATE_LENGTH) > 0;
  }
}
