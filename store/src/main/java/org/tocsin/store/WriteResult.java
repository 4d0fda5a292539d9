package org.tocsin.store;

/** What writing a fact came to. */
public enum WriteResult {
  /** It is new, or was written from this very slot before. */
  OBSERVED,
  /** Its content was there already, from another slot. */
  DUPLICATE,
  /** Its id and version are there with other content. */
  VERSION_CONFLICT,
  /** The index refuses it for what it holds; trying again would not help. */
  UNSTORABLE
}
