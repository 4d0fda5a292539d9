package org.tocsin.store;

/** Elasticsearch does not answer, or has no room just now. Worth trying again. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was being done. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
