package org.tocsin.web.problem;

/** What was sent is larger than the limit. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is too large, in a sentence that goes to the client. */
  public TooLargeException(String message) {
    super(message);
  }
}
