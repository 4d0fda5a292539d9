package org.tocsin.formats.shadowserver;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;

/** Why a row cannot be taken; never leaves the package. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final @Nullable String column;
  private final String detail;

  /**
   * A fault.
   *
   * @param column the column at fault, null where it is the row as a whole
   * @param detail one sentence without any value of the row
   */
  Fault(RejectReason reason, @Nullable String column, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.column = column;
    this.detail = detail;
  }

  RejectReason reason() {
    return reason;
  }

  @Nullable String column() {
    return column;
  }

  String detail() {
    return detail;
  }
}
