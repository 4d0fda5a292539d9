package org.tocsin.formats.stix;

import org.tocsin.model.report.RejectReason;

/** Says why an object cannot be taken. Carries no stack: it is an answer, not an accident. */
final class FaultyObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final String path;

  /**
   * An object's fault.
   *
   * @param path JSON pointer into the object, empty for the object as a whole
   * @param detail one sentence that holds no value of a field
   */
  FaultyObjectException(RejectReason reason, String path, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.path = path;
  }

  static FaultyObjectException missing(String property, String detail) {
    return new FaultyObjectException(RejectReason.MISSING_FIELD, "/" + property, detail);
  }

  static FaultyObjectException bad(String property, String detail) {
    return new FaultyObjectException(RejectReason.BAD_VALUE, "/" + property, detail);
  }

  RejectReason reason() {
    return reason;
  }

  String path() {
    return path;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
