package org.tocsin.taxiicheck;

/** What an examination of one rule came to. */
public enum Outcome {
  /** The server keeps the rule, as far as was seen. */
  KEPT,
  /** It does not. */
  BROKEN,
  /** It could not be seen, such as what is told of objects where there are none. */
  NOT_SEEN
}
