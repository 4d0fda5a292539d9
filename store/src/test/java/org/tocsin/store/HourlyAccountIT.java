package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.account.Submission.State.OPENED;
import static org.tocsin.model.account.Submission.State.SEALED;
import static org.tocsin.store.AccountSamples.done;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.submission;
import static org.tocsin.store.AccountSamples.upTo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingPolicy;

/** The equation for each hour and feed. */
@UseEngines(EngineKind.ELASTICSEARCH)
class HourlyAccountIT {
  private static final Instant TEN = Instant.parse("2026-11-15T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-15T11:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");
  private static final Origin SCANS = new Origin("alpha", "scans");
  private static final Origin BOTS = new Origin("alpha", "bots");
  private static final Origin OTHER = new Origin("beta", "scans");

  private static final Submission FIRST = at(TEN, "first", SEALED, SCANS, 6, 4);
  private static final Submission SECOND = at(TEN.plusSeconds(3_599), "second", SEALED, SCANS, 5);
  private static final Submission OF_BOTS = at(TEN, "bots", SEALED, BOTS, 1);
  private static final Submission OPEN = at(ELEVEN, "open", OPENED, SCANS, 2, 3);
  private static final Submission OF_OTHER = at(ELEVEN, "other", SEALED, OTHER, 7);

  private static TestStore test;

  @BeforeAll
  static void write(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    FactWriter facts = test.store().facts();
    facts.writeSubmissions(List.of(FIRST, SECOND, OF_BOTS, OPEN, OF_OTHER));
    facts.writeOutcomes(
        List.of(
            outcome(FIRST, 0, 3, 1, 1, 1),
            outcome(FIRST, 1, 4, 0, 0, 0),
            outcome(SECOND, 0, 0, 5, 0, 0),
            outcome(OF_BOTS, 0, 0, 0, 0, 1),
            outcome(OPEN, 0, 2, 0, 0, 0),
            outcome(OPEN, 1, 3, 0, 0, 0),
            outcome(OF_OTHER, 0, 7, 0, 0, 0)));
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void shouldAddUpEachHourAndFeedNewestHourFirst() {
    assertThat(rows(TEN, NOON, null, done()))
        .containsExactly(
            new AccountRow(ELEVEN, SCANS, new Account(5, 5, 0, 0, 0, 0)),
            new AccountRow(ELEVEN, OTHER, new Account(7, 7, 0, 0, 0, 0)),
            new AccountRow(TEN, BOTS, new Account(1, 0, 0, 0, 1, 0)),
            new AccountRow(TEN, SCANS, new Account(15, 7, 6, 1, 1, 0)));
  }

  @Test
  void shouldCountWhatWaitsOnOneSideOnly() {
    assertThat(rows(TEN, NOON, null, upTo(1)))
        .containsExactly(
            new AccountRow(ELEVEN, SCANS, new Account(5, 2, 0, 0, 0, 3)),
            new AccountRow(ELEVEN, OTHER, new Account(7, 7, 0, 0, 0, 0)),
            new AccountRow(TEN, BOTS, new Account(1, 0, 0, 0, 1, 0)),
            new AccountRow(TEN, SCANS, new Account(15, 3, 6, 1, 1, 4)));
  }

  @Test
  void shouldAddUpToTheSameAsTheReceipts() {
    for (long committed = 0; committed <= 2; committed++) {
      Progresses progress = upTo(committed);
      Account ofReceipts =
          test.store().accounts().latest(100, progress, TestStore.ALL).stream()
              .map(ReceiptAccount::account)
              .reduce(Account.NONE, Account::plus);

      assertThat(
              rows(TEN, NOON, null, progress).stream()
                  .map(AccountRow::account)
                  .reduce(Account.NONE, Account::plus))
          .isEqualTo(ofReceipts)
          .satisfies(sum -> assertThat(sum.difference()).isZero());
    }
  }

  @Test
  void shouldLookAtOneProviderAndSpanOnly() {
    assertThat(rows(TEN, NOON, "beta", done())).extracting(AccountRow::origin).containsOnly(OTHER);
    assertThat(rows(ELEVEN, NOON, null, done())).hasSize(2);
    assertThat(rows(TEN, ELEVEN, null, done()))
        .extracting(AccountRow::hour)
        .containsOnly(TEN)
        .hasSize(2);
    assertThat(rows(NOON, NOON.plusSeconds(3_600), null, done())).isEmpty();
  }

  @Test
  void shouldShowASubmitterTheirOwnOnly() {
    assertThat(rows("submitter-of-bots"))
        .containsExactly(new AccountRow(TEN, BOTS, new Account(1, 0, 0, 0, 1, 0)));
    assertThat(rows("somebody-else")).isEmpty();
  }

  private static List<AccountRow> rows(String submitter) {
    return test.store()
        .accounts()
        .rows(
            TEN,
            NOON,
            null,
            done(),
            SharingPolicy.submissions(new Reader(submitter, Set.of(Role.FEED), null)));
  }

  private static List<AccountRow> rows(
      Instant from, Instant to, @Nullable String provider, Progresses progress) {
    return test.store().accounts().rows(from, to, provider, progress, TestStore.ALL);
  }

  private static Submission at(
      Instant openedAt, String name, Submission.State state, Origin origin, int... records) {
    return submission(name, state, openedAt, origin, "submitter-of-" + origin.feed(), records);
  }
}
