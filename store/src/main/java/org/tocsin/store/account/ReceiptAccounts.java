package org.tocsin.store.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.store.ReceiptAccount;

/** Puts the equation of a receipt together. */
final class ReceiptAccounts {
  private final OutcomeSums outcomes;
  private final InstantSource clock;
  private final Duration submissionTimeout;

  ReceiptAccounts(OutcomeSums outcomes, InstantSource clock, Duration submissionTimeout) {
    this.outcomes = outcomes;
    this.clock = clock;
    this.submissionTimeout = submissionTimeout;
  }

  /** The accounts of those submissions, in their order. */
  List<ReceiptAccount> of(List<Submission> submissions, Progresses progress) {
    List<Waiting> waiting =
        submissions.stream().map(submission -> Waiting.of(submission, progress)).toList();
    List<UUID> receipts = submissions.stream().map(Submission::receipt).toList();
    List<String> without = waiting.stream().flatMap(each -> each.outcomes().stream()).toList();
    Map<UUID, Sums> sums = outcomes.of(receipts, without);
    List<ReceiptAccount> accounts = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      Submission submission = submissions.get(i);
      Sums sum = sums.getOrDefault(submission.receipt(), Sums.NONE);
      accounts.add(account(submission, waiting.get(i), sum));
    }
    return accounts;
  }

  private ReceiptAccount account(Submission submission, Waiting waiting, Sums sums) {
    Account account = sums.account(collected(submission, waiting, sums), waiting.records());
    return new ReceiptAccount(submission, account, state(submission, waiting));
  }

  /**
   * Without a seal nobody knows how many there were; it is what became of those that got through.
   */
  private static long collected(Submission submission, Waiting waiting, Sums sums) {
    return switch (submission.state()) {
      case SEALED -> submission.records();
      case OPENED, ABORTED -> sums.collected() + waiting.records();
    };
  }

  private ReceiptAccount.State state(Submission submission, Waiting waiting) {
    return switch (submission.state()) {
      case SEALED ->
          waiting.isNothing() ? ReceiptAccount.State.COMPLETE : ReceiptAccount.State.PENDING;
      case ABORTED -> ReceiptAccount.State.ABORTED;
      case OPENED ->
          submission.openedAt().plus(submissionTimeout).isBefore(clock.instant())
              ? ReceiptAccount.State.ABORTED
              : ReceiptAccount.State.PENDING;
    };
  }
}
