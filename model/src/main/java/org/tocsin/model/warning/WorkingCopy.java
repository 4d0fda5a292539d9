package org.tocsin.model.warning;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published next. Readers do not see it.
 *
 * @param content all it says
 * @param inReview whether somebody else is to look at it; otherwise it is being written
 * @param changedBy who changed something since the last approval, in alphabetical order; none of
 *     them may give the next one
 * @param authors who changed something since the last publication, in alphabetical order; a
 *     rejection voids every approval before it, so that it makes all of them count again
 * @param approval that of exactly this content, null where there is none
 * @param rejection the last time it was given back, null where it never was
 * @param note what is new in it, in words for readers; null where nobody said
 */
public record WorkingCopy(
    WarningContent content,
    boolean inReview,
    List<String> changedBy,
    List<String> authors,
    @Nullable Approval approval,
    @Nullable Rejection rejection,
    @Nullable String note) {
  public WorkingCopy {
    changedBy = List.copyOf(changedBy);
    authors = List.copyOf(authors);
  }

  /** One that somebody just wrote. */
  static WorkingCopy of(WarningContent content, String author, @Nullable String note) {
    List<String> authors = List.of(author);
    return new WorkingCopy(content, false, authors, authors, null, null, note);
  }

  /** The same, changed. One in review stays there, to be looked at again. */
  WorkingCopy changed(WarningContent other, String author, @Nullable String newNote) {
    List<String> since = approval == null ? with(changedBy, author) : List.of(author);
    String what = newNote == null ? note : newNote;
    return new WorkingCopy(other, inReview, since, with(authors, author), null, rejection, what);
  }

  WorkingCopy submitted() {
    return new WorkingCopy(content, true, changedBy, authors, approval, rejection, note);
  }

  WorkingCopy approved(Approval given) {
    return new WorkingCopy(content, inReview, changedBy, authors, given, rejection, note);
  }

  WorkingCopy rejected(Rejection given) {
    return new WorkingCopy(content, false, authors, authors, null, given, note);
  }

  /** Whether that person may not approve it, having changed it. */
  public boolean isChangedBy(String name) {
    return changedBy.contains(name);
  }

  /** Whether it may be published: somebody who changed nothing stands for exactly this content. */
  public boolean isApproved() {
    return inReview
        && approval != null
        && approval.hash().equals(content.hash())
        && !isChangedBy(approval.by());
  }

  private static List<String> with(List<String> names, String one) {
    TreeSet<String> all = new TreeSet<>(names);
    all.add(one);
    return List.copyOf(all);
  }
}
