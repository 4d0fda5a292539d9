package org.tocsin.engines.identity;

/** Keycloak refused, or does not answer. The message is for the person at the screen. */
public final class IdentityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was refused
   */
  public IdentityException(String message) {
    super(message);
  }

  /**
   * @param message what was asked
   * @param cause what happened
   */
  public IdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
