package org.tocsin.taxiicheck;

/** A rule is not kept; the message says what was seen. */
final class BrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenException(String seen) {
    super(seen);
  }

  /** Unless that holds, the rule is broken. */
  static void unless(boolean holds, String seen, Object... parts) {
    if (!holds) {
      throw new BrokenException(seen.formatted(parts));
    }
  }
}
