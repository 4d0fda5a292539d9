package org.tocsin.ingest.refusal;

import java.time.Duration;

/** A submission is not taken just now; worth trying again after {@link #retryAfter()}. */
public final class RetryableRefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final Duration retryAfter;

  /** Says why, and when to try again. */
  public RetryableRefusalException(Refusal refusal, Duration retryAfter) {
    super(refusal.key());
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  /** The same with what led to it, for the log. */
  public RetryableRefusalException(Refusal refusal, Duration retryAfter, Throwable cause) {
    super(refusal.key(), cause);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  /** The kind of reason. */
  public Refusal refusal() {
    return refusal;
  }

  /** How long to wait before the next try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
