package org.tocsin.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.StoreUnavailableException;

/** A store that knows submissions and nothing else. */
public final class StoredSubmissions implements Accounts {
  private final Map<UUID, Submission> submissions = new HashMap<>();
  private boolean down;

  /** Keeps a submission. */
  public void put(Submission submission) {
    submissions.put(submission.receipt(), submission);
  }

  /** Takes the store down. */
  public void down() {
    down = true;
  }

  @Override
  public Optional<Submission> submission(UUID receipt) {
    if (down) {
      throw new StoreUnavailableException("down", new IllegalStateException());
    }
    return Optional.ofNullable(submissions.get(receipt));
  }

  @Override
  public Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReceiptAccount of(Submission submission, Progresses progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AccountRow> rows(
      Instant from, Instant to, String provider, Progresses progress, SharingFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceiptAccount> unbalanced(Instant since, Progresses progress) {
    throw new UnsupportedOperationException();
  }
}
