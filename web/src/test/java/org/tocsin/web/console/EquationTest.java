package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.model.account.Account;
import org.tocsin.store.AccountRow;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.account.HourlyAccounts.Watch;
import org.tocsin.web.account.Span;
import org.tocsin.web.fake.Made;

class EquationTest {
  private static final Span DAY = Span.lastHours(24, Made.NOON);
  private static final Instant HOUR = Made.NOON;

  @Test
  void shouldSayThePlainEquation() {
    assertThat(Equation.of(new Account(12_431, 11_020, 1_400, 0, 11, 0)).sentence())
        .isEqualTo(
            "12,431 collected = 11,020 observed + 1,400 duplicate + 0 suppressed + 11 rejected"
                + " + 0 pending");
  }

  @Test
  void shouldSayByHowMuchItDoesNotHold() {
    assertThat(Equation.of(new Account(10, 9, 0, 0, 0, 0)).difference())
        .isEqualTo("1 record is missing");
    assertThat(Equation.of(new Account(10, 2_010, 0, 0, 0, 0)).difference())
        .isEqualTo("2,000 records are counted twice");
    assertThat(Equation.of(new Account(10, 10, 0, 0, 0, 0)).holds()).isTrue();
  }

  @Test
  void shouldLetThePartsOfTheBarFillItAndNoMore() {
    double end =
        Equation.of(new Account(10, 20, 5, 5, 5, 5)).terms().stream()
            .mapToDouble(term -> Double.parseDouble(term.share()))
            .sum();
    assertThat(end).isBetween(99.9, 100.1);
  }

  @Test
  void shouldDrawABarForEachHourOfTheSpan() {
    HourChart chart =
        HourChart.of(
            List.of(new AccountRow(HOUR, Made.ORIGIN, new Account(8, 4, 4, 0, 0, 0))), DAY);

    assertThat(chart.bars()).hasSize(24);
    HourChart.Bar last = chart.bars().getLast();
    assertThat(last.label()).startsWith("2026-03-01 12:00 UTC: 8 collected = 4 observed");
    assertThat(last.parts().get(0)).isEqualTo(new HourChart.Part("observed", "30.00", "30.00"));
    assertThat(last.parts().get(1)).isEqualTo(new HourChart.Part("duplicate", "0.00", "30.00"));
    assertThat(chart.bars().getFirst().parts()).allMatch(part -> part.height().equals("0.00"));
  }

  @Test
  void shouldRingOnceForALossThatItsSubmissionExplains() {
    Account lossy = new Account(100, 97, 0, 0, 0, 0);
    ReceiptAccount receipt =
        Made.complete(Made.submission(1, "f", Made.ORIGIN, "lossy.csv", HOUR, 100), lossy);
    AccountRow row = new AccountRow(HOUR, Made.ORIGIN, lossy);

    assertThat(alarms(List.of(row), List.of(receipt)))
        .extracting(Incoming.Alarm::receipt)
        .containsExactly(receipt.submission().receipt().toString());
    assertThat(alarms(List.of(row), List.of()))
        .extracting(Incoming.Alarm::difference)
        .containsExactly("3 records are missing");
    assertThat(
            alarms(
                List.of(new AccountRow(HOUR, Made.ORIGIN, new Account(100, 90, 0, 0, 0, 0))),
                List.of(receipt)))
        .hasSize(2);
  }

  @Test
  void shouldNotShowMoreRowsThanAPageBears() {
    AccountRow row = new AccountRow(HOUR, Made.ORIGIN, new Account(1, 1, 0, 0, 0, 0));
    Incoming incoming =
        Incoming.of(DAY, new Watch(Collections.nCopies(1_000, row), List.of(), List.of(), true));

    assertThat(incoming.left()).isEqualTo(800);
    assertThat(incoming.total().collected()).isEqualTo("1,000");
  }

  private static List<Incoming.Alarm> alarms(
      List<AccountRow> rows, List<ReceiptAccount> unbalanced) {
    return Incoming.of(DAY, new Watch(rows, List.of(), unbalanced, true)).alarms();
  }
}
