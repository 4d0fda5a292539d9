package org.tocsin.alerts.taxii;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it was meant. Title and description are for the client. */
final class TaxiiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String title;
  private final String description;

  TaxiiException(HttpStatus status, String title, String description) {
    super(title + ": " + description);
    this.status = status;
    this.title = title;
    this.description = description;
  }

  /** A parameter that cannot be read; one that is not there is as good as any other. */
  static TaxiiException badParameter(String name, String right) {
    return new TaxiiException(
        HttpStatus.BAD_REQUEST, "A parameter can not be read", "'" + name + "' " + right + ".");
  }

  /** Something that is not there, or that the reader may not see. */
  static TaxiiException notFound(String what) {
    return new TaxiiException(
        HttpStatus.NOT_FOUND, "Not found", "There is no such " + what + ", or not for you.");
  }

  /** Something that is there, but not for that. */
  static TaxiiException forbidden(String description) {
    return new TaxiiException(HttpStatus.FORBIDDEN, "Not allowed", description);
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
}
