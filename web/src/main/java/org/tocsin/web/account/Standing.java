package org.tocsin.web.account;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;
import org.tocsin.store.ReceiptAccount.State;

/**
 * Where a submission stands.
 *
 * @param submission the last state known of it
 * @param account its equation; null while Elasticsearch, which holds most of its terms, is away
 * @param pending records that wait for triage, from consumer offsets
 * @param state whether more is to come
 */
public record Standing(
    Submission submission, @Nullable Account account, long pending, State state) {

  /** Whether the equation, fully known, does not hold. */
  public boolean isUnbalanced() {
    return state == State.COMPLETE && account != null && account.difference() != 0;
  }
}
