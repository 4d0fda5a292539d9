package org.tocsin.ingest.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a feed is fetched.
 *
 * @param text an ISO 8601 duration such as {@code PT15M}, or a cron expression of six fields in UTC
 */
public record Schedule(String text) {
  /** Throws IllegalArgumentException where the text is neither, or would never come round. */
  public Schedule {
    if (isDuration(text)) {
      if (!duration(text).isPositive()) {
        throw new IllegalArgumentException("'" + text + "' is no duration above zero");
      }
    } else {
      CronExpression.parse(text);
    }
  }

  /** When the next time is, after the last one. */
  public Instant after(Instant last) {
    if (isDuration(text)) {
      return last.plus(duration(text));
    }
    ZonedDateTime next = CronExpression.parse(text).next(last.atZone(ZoneOffset.UTC));
    if (next == null) {
      throw new IllegalStateException("a schedule that never comes round");
    }
    return next.toInstant();
  }

  /** How long one time is from the next, about. */
  public Duration interval() {
    Instant first = after(Instant.EPOCH);
    return Duration.between(first, after(first));
  }

  private static boolean isDuration(String text) {
    return text.startsWith("P");
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no ISO 8601 duration", e);
    }
  }
}
