package org.tocsin.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

/**
 * The files of a multipart/form-data body (RFC 7578, RFC 2046 section 5.1), streamed one after the
 * other without any of them on disk or in memory. Not thread-safe.
 */
final class MultipartFiles {
  /** Whatever may precede the first part, in bytes; there is no use for it. */
  private static final int LONGEST_PREAMBLE = 64 * 1024;

  private final DelimitedInput in;

  /** Takes the files of a body, one after the other. */
  @FunctionalInterface
  interface Files {
    /** Takes a file; what is left of it is passed over. */
    void take(InputStream file, PartHead head);
  }

  MultipartFiles(InputStream body, String boundary) {
    this.in = new DelimitedInput(body, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Hands over all files.
   *
   * @throws RefusedException when the body is not what its boundary says
   */
  void forEach(Files files) throws IOException {
    if (in.passOver(LONGEST_PREAMBLE) > LONGEST_PREAMBLE) {
      throw broken("No part begins.");
    }
    while (in.beginPart()) {
      PartHead head = PartHead.read(in);
      files.take(in.part(), head);
      in.passOver(Long.MAX_VALUE);
    }
  }

  static RefusedException broken(String detail) {
    return new RefusedException(Refusal.UNREADABLE_BODY, "The multipart body is broken: " + detail);
  }
}
