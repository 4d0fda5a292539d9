package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.account.Submission.State.ABORTED;
import static org.tocsin.model.account.Submission.State.OPENED;
import static org.tocsin.model.account.Submission.State.SEALED;
import static org.tocsin.store.AccountSamples.done;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.redriven;
import static org.tocsin.store.AccountSamples.sealed;
import static org.tocsin.store.AccountSamples.submission;
import static org.tocsin.store.AccountSamples.upTo;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.id;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ReceiptAccount.State;

/** The equation of a receipt, and those that do not hold. Each test has receipts of its own. */
@UseEngines(EngineKind.ELASTICSEARCH)
class ReceiptAccountIT {
  private static TestStore test;

  @BeforeAll
  static void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void setClock() {
    test.at(NOW);
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void shouldAddUpWhatBecameOfEachRawRecord() {
    Submission submission = sealed("sum", 6, 4);
    write(submission, outcome(submission, 0, 3, 1, 1, 1), outcome(submission, 1, 0, 4, 0, 0));

    assertThat(account(submission, done()))
        .isEqualTo(new ReceiptAccount(submission, new Account(10, 3, 5, 1, 1, 0), State.COMPLETE));
  }

  @Test
  void shouldCallPendingWhatIsNotCommitted() {
    Submission submission = sealed("pending", 6, 4);
    write(submission, outcome(submission, 0, 6, 0, 0, 0), outcome(submission, 1, 4, 0, 0, 0));

    assertThat(account(submission, upTo(0)))
        .isEqualTo(new ReceiptAccount(submission, new Account(10, 0, 0, 0, 0, 10), State.PENDING));
    assertThat(account(submission, upTo(1)))
        .as("the second outcome is written and not committed")
        .isEqualTo(new ReceiptAccount(submission, new Account(10, 6, 0, 0, 0, 4), State.PENDING));
  }

  @Test
  void shouldLetTheOutcomeOfTheLaterOffsetCount() {
    Submission submission = sealed("redriven", 5);
    Outcome before = outcome(submission, 0, 2, 0, 0, 3);
    Outcome after = redriven(outcome(submission, 0, 5, 0, 0, 0), 77);
    write(submission, before);
    write(submission, after);
    write(submission, before);

    assertThat(account(submission, done()).account()).isEqualTo(new Account(5, 5, 0, 0, 0, 0));
  }

  @Test
  void shouldCallAbortedWhatHasNoEndForTooLong() {
    Submission submission = submission("open", OPENED, NOW, 3);
    write(submission, outcome(submission, 0, 3, 0, 0, 0));
    assertThat(account(submission, done()).state()).isEqualTo(State.PENDING);

    test.at(NOW.plus(test.settings().submissionTimeout()).plusSeconds(1));

    assertThat(account(submission, done()))
        .isEqualTo(new ReceiptAccount(submission, new Account(3, 3, 0, 0, 0, 0), State.ABORTED));
  }

  @Test
  void shouldCountOfABrokenSubmissionWhatGotThrough() {
    Submission submission = submission("broken", ABORTED, NOW, 3, 2);
    write(submission, outcome(submission, 0, 2, 0, 0, 1));

    assertThat(account(submission, upTo(1)))
        .isEqualTo(new ReceiptAccount(submission, new Account(5, 2, 0, 0, 1, 2), State.ABORTED));
  }

  @Test
  void shouldNeverTakeASealBack() {
    Submission submission = sealed("sealed", 1);
    write(submission);
    write(submission("sealed", OPENED, NOW.plusSeconds(9)));
    write(submission("sealed", ABORTED, NOW.plusSeconds(9)));

    assertThat(test.store().accounts().submission(submission.receipt())).contains(submission);
  }

  @Test
  void shouldLetALaterAttemptReplaceABrokenOne() {
    write(submission("retried", ABORTED, NOW, 1));
    Submission again = submission("retried", OPENED, NOW.plusSeconds(9));
    write(again);

    assertThat(test.store().accounts().submission(again.receipt())).contains(again);
  }

  @Test
  void shouldShowAReceiptToItsSubmitterOnly() {
    Submission submission = sealed("shown", 1);
    write(submission, outcome(submission, 0, 1, 0, 0, 0));
    Accounts accounts = test.store().accounts();

    assertThat(accounts.of(submission.receipt(), done(), own(AccountSamples.SUBMITTER)))
        .isPresent();
    assertThat(accounts.of(submission.receipt(), done(), own("somebody-else"))).isEmpty();
    assertThat(accounts.of(id("no such receipt"), done(), TestStore.ALL)).isEmpty();
  }

  @Test
  void shouldListTheLastSubmissionsNewestFirst() {
    Submission[] all = new Submission[4];
    for (int i = 0; i < all.length; i++) {
      Instant later = NOW.plusSeconds(1_000 + i);
      all[i] =
          submission("latest" + i, SEALED, later, Samples.ORIGIN, i == 2 ? "other" : "lister", 1);
      write(all[i], outcome(all[i], 0, 1, 0, 0, 0));
    }

    assertThat(test.store().accounts().latest(2, done(), TestStore.ALL))
        .extracting(ReceiptAccount::submission)
        .containsExactly(all[3], all[2]);
    assertThat(test.store().accounts().latest(9, done(), own("lister")))
        .extracting(ReceiptAccount::submission)
        .containsExactly(all[3], all[1], all[0]);
  }

  @Test
  void shouldNameReceiptsThatAreThroughAndDoNotAddUp() {
    Submission right = sealed("right", 2);
    Submission missing = sealed("missing", 2, 2);
    Submission twice = sealed("twice", 2);
    Submission waiting = sealed("waiting", 2, 2, 2);
    write(right, outcome(right, 0, 2, 0, 0, 0));
    write(missing, outcome(missing, 0, 2, 0, 0, 0));
    write(twice, outcome(twice, 0, 2, 1, 0, 0));
    write(waiting, outcome(waiting, 0, 1, 0, 0, 0));

    assertThat(unbalanced(upTo(2))).contains(missing, twice).doesNotContain(right, waiting);
    assertThat(unbalanced(upTo(3))).contains(waiting);

    write(missing, outcome(missing, 1, 0, 2, 0, 0));
    assertThat(unbalanced(upTo(2))).contains(twice).doesNotContain(missing);
  }

  private static List<Submission> unbalanced(Progresses progress) {
    return test.store().accounts().unbalanced(NOW.minusSeconds(60), progress).stream()
        .map(ReceiptAccount::submission)
        .toList();
  }

  private static void write(Submission submission, Outcome... outcomes) {
    test.store().facts().writeSubmissions(List.of(submission));
    test.store().facts().writeOutcomes(Arrays.asList(outcomes));
  }

  private static ReceiptAccount account(Submission submission, Progresses progress) {
    return test.store().accounts().of(submission.receipt(), progress, TestStore.ALL).orElseThrow();
  }

  private static SharingFilter own(String submitter) {
    return SharingPolicy.submissions(new Reader(submitter, Set.of(Role.FEED), null));
  }
}
