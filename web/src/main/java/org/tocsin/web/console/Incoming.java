package org.tocsin.web.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.model.account.Account;
import org.tocsin.store.AccountRow;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.account.HourlyAccounts.Watch;
import org.tocsin.web.account.Span;

/**
 * What came in, as the first page shows it.
 *
 * @param total the equation of the whole span
 * @param chart a bar for each hour
 * @param hours the equation for each feed, grouped by hour, newest first
 * @param left how many rows are not shown because there are too many
 * @param latest the last submissions
 * @param alarms what is wrong, one sentence each; empty when every equation holds
 * @param outage what does not answer just now; empty when everything does
 */
record Incoming(
    Equation total,
    HourChart chart,
    List<Hour> hours,
    int left,
    List<SubmissionCard> latest,
    List<Alarm> alarms,
    String outage) {
  private static final int MOST_ROWS = 200;

  /** One hour and its feeds. */
  record Hour(Moment day, Moment clock, List<Row> rows) {}

  /** One feed in one hour. */
  record Row(String provider, String feed, Equation equation) {}

  /**
   * An equation that does not hold.
   *
   * @param what whose it is
   * @param difference by how much
   * @param receipt the submission, empty where it is a feed's hour
   */
  record Alarm(String what, String difference, String receipt) {}

  static Incoming of(Span span, Watch watch) {
    List<AccountRow> shown = watch.rows().subList(0, Math.min(watch.rows().size(), MOST_ROWS));
    return new Incoming(
        Equation.of(
            watch.rows().stream().map(AccountRow::account).reduce(Account.NONE, Account::plus)),
        HourChart.of(watch.rows(), span),
        hours(shown),
        watch.rows().size() - shown.size(),
        watch.latest().stream().map(SubmissionCard::of).toList(),
        alarms(watch.rows(), watch.unbalanced()),
        watch.current() ? "" : "Kafka does not answer; these are the last figures known.");
  }

  /** Nothing can be said but why. */
  static Incoming unknown(Span span, String outage) {
    Equation nothing = Equation.of(Account.NONE);
    HourChart empty = HourChart.of(List.of(), span);
    return new Incoming(nothing, empty, List.of(), 0, List.of(), List.of(), outage);
  }

  private static List<Hour> hours(List<AccountRow> rows) {
    Map<Instant, List<Row>> byHour = new LinkedHashMap<>();
    for (AccountRow row : rows) {
      byHour
          .computeIfAbsent(row.hour(), hour -> new ArrayList<>())
          .add(new Row(row.origin().provider(), row.origin().feed(), Equation.of(row.account())));
    }
    return byHour.entrySet().stream()
        .map(e -> new Hour(Moment.day(e.getKey()), Moment.clock(e.getKey()), e.getValue()))
        .toList();
  }

  private static List<Alarm> alarms(List<AccountRow> rows, List<ReceiptAccount> unbalanced) {
    List<Alarm> alarms = new ArrayList<>();
    for (ReceiptAccount account : unbalanced) {
      SubmissionCard card = SubmissionCard.of(account);
      alarms.add(
          new Alarm(
              card.name() + " of " + card.origin(), card.equation().difference(), card.receipt()));
    }
    for (AccountRow row : rows) {
      if (row.account().difference() != explained(row, unbalanced)) {
        alarms.add(new Alarm(inWords(row), Equation.of(row.account()).difference(), ""));
      }
    }
    return alarms;
  }

  /** What submissions that ring the alarm themselves add to the difference of their hour. */
  private static long explained(AccountRow row, List<ReceiptAccount> unbalanced) {
    return unbalanced.stream()
        .filter(account -> account.submission().origin().equals(row.origin()))
        .filter(account ->
            account.submission().openedAt().truncatedTo(ChronoUnit.HOURS).equals(row.hour()))
        .mapToLong(account -> account.account().difference())
        .sum();
  }

  private static String inWords(AccountRow row) {
    return row.origin().provider()
        + " / "
        + row.origin().feed()
        + " in the hour from "
        + Moment.minutes(row.hour()).text()
        + " UTC";
  }
}
