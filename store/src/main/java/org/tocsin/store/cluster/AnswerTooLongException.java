package org.tocsin.store.cluster;

/** An answer was too large to be read: ask for fewer documents. */
public final class AnswerTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerTooLongException(Throwable cause) {
    super("the answer is larger than " + Cluster.LARGEST_ANSWER + " bytes", cause);
  }
}
