package org.tocsin.formats.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes a submission as one record. */
final class WholeFramer implements Framer {
  private final InputStream submission;
  private boolean taken;

  WholeFramer(InputStream submission) {
    this.submission = submission;
  }

  @Override
  public Optional<Slice> next() throws IOException {
    if (taken) {
      return Optional.empty();
    }
    taken = true;
    byte[] bytes = submission.readNBytes(MAX_RAW_RECORD + 1);
    if (bytes.length > MAX_RAW_RECORD) {
      throw new SubmissionTooLargeException();
    }
    return bytes.length == 0 ? Optional.empty() : Optional.of(new Slice(new byte[0], bytes, 1, 1));
  }
}
