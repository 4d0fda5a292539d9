package org.tocsin.formats.framing;

import java.io.IOException;
import java.util.Optional;

/** Cuts one submission. Holds at most one slice in memory; not thread-safe. */
public interface Framer {
  /** The largest raw record there is, in bytes. */
  int MAX_RAW_RECORD = 32 * 1024 * 1024;

  /**
   * The next slice; empty after the last. An empty submission has no slice.
   *
   * @throws SubmissionTooLargeException when what cannot be cut exceeds {@link #MAX_RAW_RECORD}
   * @throws IOException when the stream fails
   */
  Optional<Slice> next() throws IOException;
}
