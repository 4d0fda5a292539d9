package org.tocsin.web.problem;

import java.time.Duration;

/** As much of this is being done as there is memory for. Worth trying again. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Says what is being done.
   *
   * @param message fit for whoever asked
   * @param retryAfter how long to wait before the next try
   */
  public BusyException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before the next try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
