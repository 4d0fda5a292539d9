package org.tocsin.ingest.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

/**
 * A body as it arrives. That it broke off is told by {@link RefusedException}, so that nothing
 * around it, such as a decoder that forgives what follows its end, takes it for complete. Closing
 * leaves the body to its owner. Not thread-safe.
 */
public final class BodyInput extends InputStream {
  private final InputStream in;
  private final long length;
  private long count;

  /**
   * A body.
   *
   * @param length how many bytes were announced, negative when unknown
   */
  public BodyInput(InputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) {
    try {
      int read = in.read(buffer, offset, wanted);
      if (read < 0 && count < length) {
        throw new EOFException("fewer bytes than announced");
      }
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      throw new RefusedException(
          Refusal.INCOMPLETE, "Only " + count + " bytes came before it broke off.", e);
    }
  }
}
