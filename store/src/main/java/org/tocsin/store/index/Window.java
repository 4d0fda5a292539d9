package org.tocsin.store.index;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tocsin.store.document.IndexedTime;

/**
 * The months that should have an index of their own (UTC).
 *
 * @param oldest the month retention reaches back to
 * @param latest the last month that is written to: what happened later than tomorrow has no month
 * @param ahead the last month whose index is there already, so that it is never made by a write
 */
public record Window(YearMonth oldest, YearMonth latest, YearMonth ahead) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu.MM", Locale.ROOT);

  /** Clocks differ, and some records carry local time as UTC: up to a day ahead is now. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** The window at that time. */
  public static Window at(Instant now, Duration retention) {
    return new Window(
        month(now.minus(retention)), month(now.plus(TOLERANCE)), month(now).plusMonths(1));
  }

  /** The month of that time, as names of indices have it, such as {@code 2026.11}. */
  public static String monthOf(Instant instant) {
    return MONTH.format(month(IndexedTime.clamp(instant)));
  }

  /** When that month begins. */
  public static Instant beginOf(String month) {
    return YearMonth.parse(month, MONTH).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When the month after that one begins. */
  public static Instant endOf(String month) {
    return beginOf(MONTH.format(YearMonth.parse(month, MONTH).plusMonths(1)));
  }

  /** The parts of all names of indices of observations: the months and those beside them. */
  List<String> parts() {
    Stream<String> months =
        Stream.iterate(oldest, month -> !month.isAfter(ahead), month -> month.plusMonths(1))
            .map(MONTH::format);
    return Stream.concat(months, Stream.of(Names.UNDATED, Names.VERSIONED, Names.LISTED)).toList();
  }

  /** Whether that month is not written to yet. */
  boolean isFuture(String month) {
    return month.compareTo(MONTH.format(latest)) > 0;
  }

  /** Whether that part of a name is a month that retention has left behind. */
  boolean isOver(String part) {
    return part.matches("\\d{4}\\.\\d{2}") && part.compareTo(MONTH.format(oldest)) < 0;
  }

  private static YearMonth month(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }
}
