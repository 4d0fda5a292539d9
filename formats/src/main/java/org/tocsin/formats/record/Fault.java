package org.tocsin.formats.record;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;

/** Why a record cannot be taken. Carries no stack: it is an answer, not an accident. */
public final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final @Nullable String path;
  private final String detail;

  /**
   * A fault.
   *
   * @param path column name, JSON pointer or XML path of the field at fault, null where it is the
   *     record as a whole
   * @param detail one sentence without any value of the record
   */
  public Fault(RejectReason reason, @Nullable String path, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.path = path;
    this.detail = detail;
  }

  /** A fault of the record as a whole that makes it unreadable. */
  public static Fault unreadable(String detail) {
    return new Fault(RejectReason.UNREADABLE, null, detail);
  }

  /** A field that is missing and cannot be done without. */
  public static Fault missing(String path, String detail) {
    return new Fault(RejectReason.MISSING_FIELD, path, detail);
  }

  /** A field that holds what it must not. */
  public static Fault bad(String path, String detail) {
    return new Fault(RejectReason.BAD_VALUE, path, detail);
  }

  /** The kind of fault. */
  public RejectReason reason() {
    return reason;
  }

  /** The field at fault, null where it is the record as a whole. */
  public @Nullable String path() {
    return path;
  }

  /** One sentence that holds no value of a field. */
  public String detail() {
    return detail;
  }
}
