package org.tocsin.model.journal;

/** A command that cannot be carried out as things stand. The message is fit for whoever gave it. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It does not say what it must, or not in the right form. */
    INVALID,
    /** Whoever gave it may not. */
    FORBIDDEN,
    /** What it is about is not there. */
    NOT_FOUND,
    /** What it is about is in a state that does not allow it. */
    WRONG_STATE
  }

  private final Reason reason;

  private RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** For that reason. */
  public static RefusedException because(Reason reason, String message) {
    return new RefusedException(reason, message);
  }

  /** It does not say what it must; the message names the field. */
  public static RefusedException invalid(String message) {
    return new RefusedException(Reason.INVALID, message);
  }

  /** Whoever gave it may not. */
  public static RefusedException forbidden(String message) {
    return new RefusedException(Reason.FORBIDDEN, message);
  }

  /** What it is about is not there. */
  public static RefusedException notFound(String message) {
    return new RefusedException(Reason.NOT_FOUND, message);
  }

  /** The state of things does not allow it. */
  public static RefusedException wrongState(String message) {
    return new RefusedException(Reason.WRONG_STATE, message);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
