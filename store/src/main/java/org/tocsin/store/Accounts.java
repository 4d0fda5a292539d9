package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Adds up what became of what was collected. Thread-safe. Every call throws {@link
 * StoreUnavailableException} when there is no answer. {@code pending} is taken from the progress
 * handed in, which must have been read before the call: then nothing can be missing from both
 * sides.
 */
public interface Accounts {
  /** The account of a receipt; empty where there is none or the reader may not see it. */
  Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter);

  /** The account of a submission the caller holds already (Elasticsearch may not have it yet). */
  ReceiptAccount of(Submission submission, Progresses progress);

  /** The last state of a submission; empty where there is none. */
  Optional<Submission> submission(UUID receipt);

  /**
   * The equation for each hour and feed, newest hour first.
   *
   * @param from beginning of the span
   * @param to end of the span, exclusive
   * @param provider only of that provider, null for all
   * @param filter whose submissions the reader may see
   */
  List<AccountRow> rows(
      Instant from,
      Instant to,
      @Nullable String provider,
      Progresses progress,
      SharingFilter filter);

  /**
   * The last submissions, newest first.
   *
   * @param limit how many at most, 1 to 1,000
   */
  List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter);

  /**
   * Submissions sealed, or written about, since then that are through triage and whose equation
   * does not hold.
   */
  List<ReceiptAccount> unbalanced(Instant since, Progresses progress);
}
