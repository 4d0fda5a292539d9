package org.tocsin.store;

/** What writing a fact came to. */
public enum WriteResult {
  /** It is new, or was written from this very slot before. */
  OBSERVED,
  /** Its content was there already, from another slot. */
  DUPLICATE,
  /** Its id and version are there with other content. */
  VERSION_CONFLICT,
  /**
   * Elasticsearch will never take its document (too large, or of a shape it cannot index). Nothing
   * is stored; to the account the record is a reject.
   */
  UNSTORABLE;

  /** Whether what the fact says is in the store now. */
  public boolean isKept() {
    return this == OBSERVED || this == DUPLICATE;
  }
}
