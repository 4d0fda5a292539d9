package org.tocsin.alerts.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.tocsin.model.subscription.Pace;

/** When something that is queued now may go out. */
final class Paces {
  /** The hour of the day, in UTC, at which what is wanted daily goes out. */
  private static final int MORNING = 6;

  private Paces() {}

  static Instant notBefore(Pace pace, Instant now) {
    return switch (pace) {
      case INSTANT -> now;
      case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
      case DAILY -> morningAfter(now);
    };
  }

  private static Instant morningAfter(Instant now) {
    ZonedDateTime today = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(MORNING);
    return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
