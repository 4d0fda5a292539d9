package org.tocsin.model.sharing;

/** What the directory says of an organisation. */
@FunctionalInterface
public interface Memberships {
  /**
   * What the organisation of that name belongs to; {@link Membership#NONE} where nothing is known
   * of it.
   */
  Membership of(String organisation);
}
