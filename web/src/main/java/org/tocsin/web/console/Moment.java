package org.tocsin.web.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as pages show it.
 *
 * @param machine ISO 8601
 * @param text what people read, in UTC
 */
record Moment(String machine, String text) {
  private static final DateTimeFormatter SECONDS = format("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MINUTES = format("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter CLOCK = format("HH:mm");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  static Moment seconds(Instant instant) {
    return new Moment(instant.toString(), SECONDS.format(instant));
  }

  static Moment minutes(Instant instant) {
    return new Moment(instant.toString(), MINUTES.format(instant));
  }

  static Moment day(Instant instant) {
    return new Moment(instant.toString(), DAY.format(instant));
  }

  static Moment clock(Instant instant) {
    return new Moment(instant.toString(), CLOCK.format(instant));
  }
}
