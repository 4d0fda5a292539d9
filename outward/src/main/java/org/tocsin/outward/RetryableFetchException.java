package org.tocsin.outward;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something can not be fetched just now; worth trying again after {@link #retryAfter()}. */
public final class RetryableFetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String detail;
  private final Duration retryAfter;

  /**
   * Says why.
   *
   * @param detail one sentence fit for the console, without anything a server wrote
   * @param retryAfter how long the server asks to wait; zero where it says nothing
   */
  public RetryableFetchException(
      Failure failure, String detail, Duration retryAfter, @Nullable Throwable cause) {
    super(failure.key() + ": " + detail, cause);
    this.failure = failure;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** The kind of reason. */
  public Failure failure() {
    return failure;
  }

  /** One sentence fit for the console. */
  public String detail() {
    return detail;
  }

  /** How long the server asks to wait; zero where it says nothing. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
