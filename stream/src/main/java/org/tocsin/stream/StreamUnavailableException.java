package org.tocsin.stream;

import java.time.Duration;

/**
 * Kafka does not answer, or did not acknowledge in time. Worth trying again after {@link
 * #retryAfter()}.
 */
public final class StreamUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** Says when to try again. */
  public StreamUnavailableException(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before the next try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
