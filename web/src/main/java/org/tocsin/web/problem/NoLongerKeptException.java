package org.tocsin.web.problem;

/** Retention has taken what was asked for, or it is gone. Trying again does not help. */
public final class NoLongerKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says that it is the raw bytes. */
  public NoLongerKeptException() {
    this("Retention has taken the raw bytes; what was made of them is still here.");
  }

  /** Says what is gone, in a sentence that goes to the client. */
  public NoLongerKeptException(String message) {
    super(message);
  }
}
