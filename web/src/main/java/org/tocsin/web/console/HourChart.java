package org.tocsin.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.model.account.Account;
import org.tocsin.store.AccountRow;
import org.tocsin.web.account.Span;

/**
 * A bar for each hour of a span, as tall as what was collected in it.
 *
 * @param bars the hours in order
 * @param highest what the tallest bar stands for
 * @param empty whether nothing came in
 * @param from the first hour
 * @param to the end of the last hour
 */
record HourChart(List<Bar> bars, String highest, boolean empty, Moment from, Moment to) {
  /** Height of the drawing, in its own units; the width of an hour is 10 of them. */
  static final int HEIGHT = 60;

  private static final int HOUR = 10;
  private static final double GAP = 1.6;

  /**
   * One hour.
   *
   * @param x where it begins
   * @param width how wide it is
   * @param label what it stands for, in words
   * @param parts its parts, from the bottom
   */
  record Bar(String x, String width, String label, List<Part> parts) {}

  /** One term's part of a bar. */
  record Part(String name, String y, String height) {}

  static HourChart of(List<AccountRow> rows, Span span) {
    Map<Instant, Account> hours = new TreeMap<>();
    rows.forEach(row -> hours.merge(row.hour(), row.account(), Account::plus));
    long highest =
        Math.max(1, hours.values().stream().mapToLong(HourChart::height).max().orElse(0));
    List<Bar> bars = new ArrayList<>();
    Instant first = span.from().truncatedTo(ChronoUnit.HOURS);
    long count = Duration.between(first, span.to()).toHours();
    for (int at = 0; at < count; at++) {
      Instant hour = first.plus(at, ChronoUnit.HOURS);
      bars.add(bar(at, hour, hours.getOrDefault(hour, Account.NONE), highest));
    }
    return new HourChart(
        bars,
        Figure.count(highest),
        rows.isEmpty(),
        Moment.minutes(first),
        Moment.minutes(span.to()));
  }

  /** Width of the drawing. */
  public int width() {
    return Math.max(1, bars.size()) * HOUR;
  }

  private static long height(Account account) {
    return Math.max(
        account.collected(),
        account.observed()
            + account.duplicate()
            + account.suppressed()
            + account.rejected()
            + account.pending());
  }

  private static Bar bar(int at, Instant hour, Account account, long highest) {
    Stack stack = new Stack(highest);
    List<Part> parts =
        List.of(
            stack.part("observed", account.observed()),
            stack.part("duplicate", account.duplicate()),
            stack.part("suppressed", account.suppressed()),
            stack.part("rejected", account.rejected()),
            stack.part("pending", account.pending()));
    return new Bar(
        decimal(at * HOUR + GAP / 2),
        decimal(HOUR - GAP),
        Moment.minutes(hour).text() + " UTC: " + Equation.of(account).sentence(),
        parts);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static final class Stack {
    private final long highest;
    private double top = HEIGHT;

    Stack(long highest) {
      this.highest = highest;
    }

    Part part(String name, long count) {
      double height = (double) HEIGHT * count / highest;
      top -= height;
      return new Part(name, decimal(top), decimal(height));
    }
  }
}
