package org.tocsin.model.pattern;

/** How much work holding a pattern against observations may still take. Not thread-safe. */
final class Effort {
  /** Says that it would take more. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpentException() {
      super("holding the pattern against the observations takes too much work", null, false, false);
    }
  }

  private long left;

  Effort(long steps) {
    this.left = steps;
  }

  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new SpentException();
    }
  }
}
