package org.tocsin.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;

/**
 * Finds what became of commands, and the entities as they stand. Shows everything: who may see what
 * is decided by those who ask. Thread-safe. Every call throws {@link StoreUnavailableException}
 * when there is no answer.
 */
public interface Decisions {
  /**
   * What became of the command of that id, visible to searches or not; empty where nothing has yet.
   */
  Optional<Decision> of(UUID command);

  /** The entities as they stand now, visible to searches or not; what is not there is left out. */
  Map<EntityRef, Revision> now(Collection<EntityRef> entities);

  /**
   * The incident of that number, or the one it is part of; empty where searches see none of that
   * number.
   */
  Optional<UUID> incidentOfNumber(String number);

  /**
   * One page, in one query.
   *
   * @param horizon nothing added later than this is served
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<Decision> search(DecisionQuery query, Instant horizon);
}
