package org.tocsin.web.problem;

/** There is no such thing, or the reader may not see it; nobody learns which. */
public final class NotVisibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was looked for.
   *
   * @param what a noun, such as {@code receipt}; goes to the client
   */
  public NotVisibleException(String what) {
    super("There is no such " + what + ", or it is not yours to see.");
  }
}
