package org.tocsin.store.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Origin;

/**
 * A list as it stood at one time.
 *
 * @param receipt its submission
 * @param list the list: provider and feed
 * @param collectedAt when it was collected, microseconds
 * @param sealed whether it came to its end
 * @param account what became of its records so far; nothing is pending in it
 */
public record Snapshot(
    UUID receipt, Origin list, Instant collectedAt, boolean sealed, Account account) {

  static Snapshot of(Submission submission, Sums sums) {
    return new Snapshot(
        submission.receipt(),
        submission.origin(),
        submission.openedAt().truncatedTo(ChronoUnit.MICROS),
        submission.state() == Submission.State.SEALED,
        sums.account(submission.records(), 0));
  }

  /**
   * Whether what it does not hold has ended: all of it is there and accounted for, and it can be
   * read. What was rejected was no entry before either, since an entry is its bytes; but where most
   * of it was, it is another format or a page of an error.
   */
  public boolean isWhole() {
    return sealed
        && account.difference() == 0
        && account.observed() + account.duplicate() > account.rejected();
  }
}
