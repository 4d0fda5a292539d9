package org.tocsin.alerts.taxii;

import org.tocsin.model.sharing.Reader;

/** A collection (TAXII 2.1 section 5). A new one is a class of this kind, and nothing else. */
interface TaxiiCollection {
  /** Its name in addresses, beside the id that follows from it; unique, and for ever. */
  String alias();

  /** Its name for people. */
  String title();

  /** What is in it, for people. */
  String description();

  /** Whether they may add to it. */
  default boolean isWritableBy(Reader reader) {
    return false;
  }

  /**
   * What the reader may see of it, as far as they ask for it.
   *
   * @throws TaxiiException where {@code next} was not handed out by it
   */
  Slice read(Selection selection, Reader reader);
}
