package org.tocsin.model.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.RefusedException.Reason;

/**
 * What became of a command.
 *
 * @param made the command and its place in the journal
 * @param verdict whether it was carried out
 * @param refusal why it was refused, null unless the verdict is {@link Verdict#REFUSED}
 * @param reason why it was not carried out, in words fit for whoever gave it; null where it was
 * @param revisions the entities it changed, the one it is about first; empty where it changed none
 */
public record Decision(
    Journaled made,
    Verdict verdict,
    @Nullable Reason refusal,
    @Nullable String reason,
    List<Revision> revisions) {

  /** Whether a command was carried out. */
  public enum Verdict {
    /** It was. */
    APPLIED,
    /** The entity has another version than the command expects. */
    CONFLICT,
    /** The rules of the entity do not allow it. */
    REFUSED
  }

  public Decision {
    revisions = List.copyOf(revisions);
  }

  /** The entity the command is about, after it; empty where nothing was changed. */
  public Optional<Revision> revision() {
    return revisions.stream()
        .filter(revision -> revision.entity().equals(made.command().entity()))
        .findFirst();
  }
}
