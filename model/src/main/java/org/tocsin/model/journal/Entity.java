package org.tocsin.model.journal;

/**
 * What people and rules decide about, as it stands after a decision. Implemented by records that
 * {@link EntityJson} can write and read without loss.
 */
public interface Entity {
  /** Its name. */
  EntityRef ref();
}
