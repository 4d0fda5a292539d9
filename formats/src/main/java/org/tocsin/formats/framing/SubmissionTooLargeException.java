package org.tocsin.formats.framing;

import java.io.IOException;

/** What cannot be cut does not fit into one raw record. Trying again does not help. */
public final class SubmissionTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public SubmissionTooLargeException() {
    this("one record of the submission", Framer.MAX_RAW_RECORD);
  }

  /**
   * Says so of something that has a smaller limit.
   *
   * @param what what is too large, such as {@code the header line}
   * @param limit how large it may be, in bytes
   */
  SubmissionTooLargeException(String what, int limit) {
    super(what + " is larger than " + limit + " bytes");
  }
}
