package org.tocsin.outward;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads Retry-After (RFC 9110 section 10.2.3): seconds, or a date. */
final class RetryAfter {
  private static final Duration MOST = Duration.ofDays(7);

  private RetryAfter() {}

  /** How long to wait, at most a week; zero where nothing readable is said. */
  static Duration of(@Nullable String value, Instant now) {
    if (value == null) {
      return Duration.ZERO;
    }
    Duration asked = value.matches("\\d{1,9}") ? seconds(value) : until(value, now);
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(MOST) > 0 ? MOST : asked;
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(Long.parseLong(value));
  }

  private static Duration until(String value, Instant now) {
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, date.toInstant());
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
