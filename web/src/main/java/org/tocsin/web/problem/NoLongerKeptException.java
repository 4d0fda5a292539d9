package org.tocsin.web.problem;

/** Retention has taken what was asked for. Trying again does not help. */
public final class NoLongerKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says that it is the raw bytes. */
  public NoLongerKeptException() {
    super("Retention has taken the raw bytes; what was made of them is still here.");
  }
}
