package org.tocsin.web.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Submission;
import org.tocsin.store.ReceiptAccount;

/**
 * A submission in a list.
 *
 * @param receipt its receipt
 * @param name its file name, or what it is where it has none
 * @param origin provider and feed
 * @param submitter who sent it in
 * @param openedAt when
 * @param size how large
 * @param state {@code pending}, {@code complete}, {@code aborted} or {@code unbalanced}
 * @param equation its account
 * @param fault why it was aborted, null otherwise
 */
record SubmissionCard(
    String receipt,
    String name,
    String origin,
    String submitter,
    Moment openedAt,
    String size,
    String state,
    Equation equation,
    @Nullable String fault) {

  static SubmissionCard of(ReceiptAccount found) {
    Submission submission = found.submission();
    boolean unbalanced =
        found.state() == ReceiptAccount.State.COMPLETE && found.account().difference() != 0;
    return new SubmissionCard(
        submission.receipt().toString(),
        submission.name() == null ? submission.format() + " report" : submission.name(),
        submission.origin().provider() + " / " + submission.origin().feed(),
        submission.submitter(),
        Moment.seconds(submission.openedAt()),
        Figure.size(submission.bytes()),
        unbalanced ? "unbalanced" : found.state().name().toLowerCase(Locale.ROOT),
        Equation.of(found.account()),
        submission.fault());
  }
}
