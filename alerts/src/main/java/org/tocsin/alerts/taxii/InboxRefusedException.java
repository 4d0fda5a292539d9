package org.tocsin.alerts.taxii;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An envelope is not taken. Title and description are fit for the client. */
public final class InboxRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String title;
  private final String description;
  private final @Nullable Duration retryAfter;

  /**
   * Says why.
   *
   * @param retryAfter when the same would be worth trying again, null for never
   */
  public InboxRefusedException(
      HttpStatus status,
      String title,
      String description,
      @Nullable Duration retryAfter,
      Throwable cause) {
    super(title + ": " + description, cause);
    this.status = status;
    this.title = title;
    this.description = description;
    this.retryAfter = retryAfter;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
