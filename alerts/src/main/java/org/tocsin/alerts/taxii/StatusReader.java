package org.tocsin.alerts.taxii;

import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.SubmissionReader;

/**
 * Finds out what became of a submission, from the moment it was acknowledged: what Elasticsearch
 * does not have yet, or cannot say just now, comes out of Kafka.
 */
final class StatusReader {
  private final Accounts accounts;
  private final SubmissionReader submissions;
  private final ReportHorizon horizon;

  StatusReader(Accounts accounts, SubmissionReader submissions, ReportHorizon horizon) {
    this.accounts = accounts;
    this.submissions = submissions;
    this.horizon = horizon;
  }

  /** Its status; empty where there is none or the reader may not see it. */
  Optional<Status> find(UUID receipt, Reader reader) {
    SharingFilter filter = SharingPolicy.submissions(reader);
    // read before the account: then nothing can be missing from both sides
    Progresses progress = horizon.progresses();
    try {
      return accounts
          .of(receipt, progress, filter)
          .or(() -> recent(receipt, filter).map(known -> accounts.of(known, progress)))
          .map(StatusReader::status);
    } catch (StoreUnavailableException e) {
      return recent(receipt, filter).map(known -> taken(receipt, known));
    }
  }

  private Optional<Submission> recent(UUID receipt, SharingFilter filter) {
    return submissions
        .find(receipt)
        .filter(known -> filter.admits(Marked.submission(known.submitter())));
  }

  private static Status taken(UUID receipt, Submission known) {
    return new Status(
        receipt,
        Status.PENDING,
        StixTime.micros(known.openedAt()),
        known.records(),
        0,
        0,
        known.records());
  }

  private static Status status(ReceiptAccount found) {
    Account account = found.account();
    return new Status(
        found.submission().receipt(),
        found.state() == ReceiptAccount.State.PENDING ? Status.PENDING : Status.COMPLETE,
        StixTime.micros(found.submission().openedAt()),
        account.collected(),
        account.observed() + account.duplicate() + account.suppressed(),
        account.rejected(),
        account.pending());
  }
}
