package org.tocsin.taxiicheck;

/** A rule cannot be examined here; the message says why. */
final class NotSeenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSeenException(String why) {
    super(why);
  }

  /** Unless that holds, there is nothing to see. */
  static void unless(boolean holds, String why) {
    if (!holds) {
      throw new NotSeenException(why);
    }
  }
}
