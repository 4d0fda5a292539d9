package org.tocsin.store;

import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;

/**
 * The account of one submission.
 *
 * @param submission the last state it was written down in
 * @param account the equation
 * @param state whether more is to come
 */
public record ReceiptAccount(Submission submission, Account account, State state) {
  /** What a receipt can come to. */
  public enum State {
    /** Some of it waits for triage, or for its end. */
    PENDING,
    /** All of it is accounted for. */
    COMPLETE,
    /** It broke off before its end. */
    ABORTED
  }
}
