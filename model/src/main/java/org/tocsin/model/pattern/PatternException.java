package org.tocsin.model.pattern;

/**
 * A text is no pattern, or one this program cannot run. The message may be shown to who sent it.
 */
public final class PatternException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  PatternException(int position, String reason) {
    super("position " + position + ": " + reason);
    this.position = position;
  }

  /** Where the fault lies: how many characters come before it. */
  public int position() {
    return position;
  }
}
