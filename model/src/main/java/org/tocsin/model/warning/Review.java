package org.tocsin.model.warning;

import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;

/** Four eyes: what is written is looked at by somebody who changed nothing of it. */
final class Review {
  private Review() {}

  static Warning submit(Warning warning, Journaled made) {
    WorkingCopy working = Drafting.working(warning);
    if (working.inReview()) {
      throw RefusedException.wrongState("it is in review already");
    }
    return warning.with(working.submitted(), made.added());
  }

  static Warning approve(Warning warning, Journaled made) {
    WorkingCopy working = inReview(warning);
    String by = made.command().by().name();
    String hash = made.command().details().path("hash").asString("");
    if (hash.isEmpty()) {
      throw RefusedException.invalid("hash: missing; an approval is of exactly one content");
    }
    if (working.isChangedBy(by)) {
      throw RefusedException.forbidden(
          "you changed it since the last approval; somebody else has to approve it");
    }
    if (!hash.equals(working.content().hash())) {
      throw RefusedException.wrongState("the content has changed; look at it again");
    }
    return warning.with(working.approved(new Approval(by, hash, made.at())), made.added());
  }

  static Warning reject(Warning warning, Journaled made) {
    WorkingCopy working = inReview(warning);
    String by = made.command().by().name();
    Rejection rejection = new Rejection(by, made.at(), Drafting.reason(made.command()));
    return warning.with(working.rejected(rejection), made.added());
  }

  private static WorkingCopy inReview(Warning warning) {
    WorkingCopy working = Drafting.working(warning);
    if (!working.inReview()) {
      throw RefusedException.wrongState("it is not in review; submit it first");
    }
    return working;
  }
}
