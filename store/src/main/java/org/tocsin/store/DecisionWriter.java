package org.tocsin.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;

/**
 * Writes what became of commands, and the entities as they stand after them, into one generation.
 * For the projector alone. Every call may be repeated, and throws {@link StoreUnavailableException}
 * when it was not done whole.
 */
public interface DecisionWriter {
  /** What became of commands before, as far as anything has. */
  Map<UUID, Decision> of(Collection<UUID> commands);

  /** The entities as they stand in this generation; what is not there is left out. */
  Map<EntityRef, Revision> now(Collection<EntityRef> entities);

  /**
   * Writes decisions in the order of the journal: first each decision, which is never changed
   * again, then the last revision of each entity, then the versions that are released of them. So
   * whoever comes back after a crash finds either nothing of a decision or all that follows from
   * it.
   */
  void write(List<Decision> decisions);

  /** Makes everything written so far visible to searches. */
  void makeVisible();
}
