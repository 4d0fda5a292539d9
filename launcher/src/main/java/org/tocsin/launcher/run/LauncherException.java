package org.tocsin.launcher.run;

/**
 * A command cannot be done. The message is for the person at the screen; no stack trace is shown.
 */
public final class LauncherException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, and what to do
   */
  public LauncherException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong, and what to do
   * @param cause what happened
   */
  public LauncherException(String message, Throwable cause) {
    super(message, cause);
  }
}
