package org.tocsin.store;

/**
 * Gives the entries of lists their ends. The end of an entry is the time of the first whole
 * snapshot of its list later than the last one that held it; so it follows from what was collected
 * alone, in whatever order that arrives, and may be looked for by several at once.
 *
 * <p>A snapshot is whole when it is sealed, all its records are accounted for, and more of them
 * were understood than rejected. One that is not ends nothing.
 */
@FunctionalInterface
public interface ListEnds {
  /**
   * Looks once, at the lists something has happened to since the last look.
   *
   * @throws StoreUnavailableException when not all was done; the next look does it
   */
  void look();
}
