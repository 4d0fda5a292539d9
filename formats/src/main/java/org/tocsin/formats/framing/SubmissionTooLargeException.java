package org.tocsin.formats.framing;

import java.io.IOException;

/** What cannot be cut does not fit into one raw record. Trying again does not help. */
public final class SubmissionTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public SubmissionTooLargeException() {
    super("one record of the submission is larger than " + Framer.MAX_RAW_RECORD + " bytes");
  }
}
