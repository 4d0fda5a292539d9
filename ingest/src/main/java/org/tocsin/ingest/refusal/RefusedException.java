package org.tocsin.ingest.refusal;

/** A submission is not taken, and the same again would not be taken either. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String detail;

  /**
   * Says why.
   *
   * @param detail one sentence fit for the client: what is wrong and what would be right
   */
  public RefusedException(Refusal refusal, String detail) {
    super(refusal.key() + ": " + detail);
    this.refusal = refusal;
    this.detail = detail;
  }

  /** The same with what led to it, for the log. */
  public RefusedException(Refusal refusal, String detail, Throwable cause) {
    super(refusal.key() + ": " + detail, cause);
    this.refusal = refusal;
    this.detail = detail;
  }

  /** The kind of reason. */
  public Refusal refusal() {
    return refusal;
  }

  /** One sentence fit for the client. */
  public String detail() {
    return detail;
  }
}
