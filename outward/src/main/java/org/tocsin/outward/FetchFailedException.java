package org.tocsin.outward;

import org.jspecify.annotations.Nullable;

/** Something can not be fetched, and trying again at once would not help. */
public final class FetchFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String detail;

  /**
   * Says why.
   *
   * @param detail one sentence fit for the console, without anything a server wrote
   */
  public FetchFailedException(Failure failure, String detail) {
    this(failure, detail, null);
  }

  /** The same with what led to it, for the log. */
  public FetchFailedException(Failure failure, String detail, @Nullable Throwable cause) {
    super(failure.key() + ": " + detail, cause);
    this.failure = failure;
    this.detail = detail;
  }

  /** The kind of reason. */
  public Failure failure() {
    return failure;
  }

  /** One sentence fit for the console. */
  public String detail() {
    return detail;
  }
}
