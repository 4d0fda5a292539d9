package org.tocsin.engines.process;

import org.jspecify.annotations.Nullable;

/**
 * A child process could not be started or did not become ready; the message is for the person at
 * the screen.
 */
public final class ProcessFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what failed, and what to do where that is known
   */
  public ProcessFailedException(String message) {
    super(message);
  }

  /**
   * @param message what failed, and what to do where that is known
   * @param cause null when nothing lower down says more
   */
  public ProcessFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
