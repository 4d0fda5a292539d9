package org.tocsin.model.journal;

import tools.jackson.databind.node.ObjectNode;

/**
 * An entity after a decision.
 *
 * @param entity which
 * @param version how many journal records have been applied to it, this one included
 * @param state the entity, as {@link EntityJson} writes it
 */
public record Revision(EntityRef entity, long version, ObjectNode state) {
  /** The state as that type. */
  public <E extends Entity> E as(Class<E> type) {
    return EntityJson.read(state, type);
  }
}
