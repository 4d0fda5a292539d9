package org.tocsin.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

/**
 * Counts and hashes what is read. Where the stream fails, the submission is refused as incomplete.
 * Not thread-safe.
 */
final class MeasuredInput extends InputStream {
  private final InputStream in;
  private final MessageDigest sha256;
  private long count;

  MeasuredInput(InputStream in) {
    this.in = in;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  /** Hash of them in hex; afterwards nothing more can be read. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read = readIn(buffer, offset, length);
    if (read > 0) {
      sha256.update(buffer, offset, read);
      count += read;
    }
    return read;
  }

  /** Reads to the end, for nothing but count and hash. */
  void drain() {
    byte[] nowhere = new byte[64 * 1024];
    while (read(nowhere, 0, nowhere.length) >= 0) {
      // counted and hashed
    }
  }

  private int readIn(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new RefusedException(Refusal.INCOMPLETE, "Only " + count + " bytes could be read.", e);
    }
  }
}
