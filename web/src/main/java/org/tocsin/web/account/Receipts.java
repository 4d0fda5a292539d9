package org.tocsin.web.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.ReceiptIncidents;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.StoredIncident;
import org.tocsin.stream.SubmissionReader;

/**
 * Finds the account of a submission, from the moment it was acknowledged: what Elasticsearch does
 * not have yet, or cannot say just now, comes out of Kafka.
 */
public final class Receipts {
  private final Accounts accounts;
  private final SubmissionReader submissions;
  private final KnownProgress progress;
  private final ReceiptIncidents incidents;

  /** Asks these. */
  public Receipts(
      Accounts accounts,
      SubmissionReader submissions,
      KnownProgress progress,
      ReceiptIncidents incidents) {
    this.accounts = accounts;
    this.submissions = submissions;
    this.progress = progress;
    this.incidents = incidents;
  }

  /** Where it stands; empty where there is no such receipt or the reader may not see it. */
  public Optional<Standing> find(UUID receipt, Reader reader) {
    SharingFilter filter = SharingPolicy.submissions(reader);
    // Read before the account: then nothing can be missing from both sides.
    Progresses progresses = progress.now().progresses();
    try {
      return accounts
          .of(receipt, progresses, filter)
          .or(() -> unprojected(receipt, filter).map(known -> accounts.of(known, progresses)))
          .map(Receipts::standing);
    } catch (StoreUnavailableException e) {
      return unprojected(receipt, filter).map(known -> withoutStore(known, progresses));
    }
  }

  /**
   * The incidents a submission led to, as far as the reader may see them, at most 100; none while
   * the search index is away.
   */
  public List<StoredIncident> incidents(Standing standing, Reader reader) {
    return standing.account() == null
        ? List.of()
        : incidents.of(standing.submission().receipt(), SharingPolicy.knowledge(reader));
  }

  private Optional<Submission> unprojected(UUID receipt, SharingFilter filter) {
    return submissions.find(receipt).filter(known -> mayBeSeen(known, filter));
  }

  static boolean mayBeSeen(Submission submission, SharingFilter filter) {
    return filter.admits(Marked.submission(submission.submitter()));
  }

  private static Standing standing(ReceiptAccount found) {
    return new Standing(
        found.submission(), found.account(), found.account().pending(), found.state());
  }

  private static Standing withoutStore(Submission submission, Progresses progresses) {
    long pending =
        submission.frames().stream()
            .filter(frame -> progresses.isPending(submission.lane(), frame))
            .mapToLong(frame -> frame.records())
            .sum();
    return new Standing(submission, null, pending, ReceiptAccount.State.PENDING);
  }
}
