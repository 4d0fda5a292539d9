package org.tocsin.model.journal;

import java.util.Optional;

/** How things stand before a command: what its rules may look at. */
public interface Before {
  /**
   * An entity the rules said they would look at ({@link Rules#looksAt}); empty where it is not
   * there.
   */
  <E extends Entity> Optional<E> find(EntityRef ref, Class<E> type);
}
