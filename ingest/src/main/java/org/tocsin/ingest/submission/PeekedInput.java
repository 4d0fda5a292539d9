package org.tocsin.ingest.submission;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;

/** A stream whose first bytes can be looked at before it is read. Not thread-safe. */
final class PeekedInput extends InputStream {
  private static final int CHUNK = 16 * 1024;

  private final MeasuredInput in;
  private byte[] peeked = {};
  private int position;

  PeekedInput(MeasuredInput in) {
    this.in = in;
  }

  /**
   * Looks at the first bytes: so many, or all where there are fewer. Nothing may be read before.
   */
  byte[] peek(int length) {
    if (peeked.length < length) {
      ByteArrayOutputStream more = new ByteArrayOutputStream(CHUNK);
      more.writeBytes(peeked);
      byte[] chunk = new byte[CHUNK];
      int read = 0;
      while (read >= 0 && more.size() < length) {
        read = in.read(chunk, 0, Math.min(CHUNK, length - more.size()));
        more.write(chunk, 0, Math.max(0, read));
      }
      peeked = more.toByteArray();
    }
    return Arrays.copyOf(peeked, Math.min(length, peeked.length));
  }

  /** Whether there are more bytes than so many. */
  boolean isLongerThan(int length) {
    return peek(length + 1).length > length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (position == peeked.length) {
      // what was looked at is not needed any more, and there may be many streams
      peeked = new byte[0];
      position = 0;
      return in.read(buffer, offset, length);
    }
    int read = Math.min(length, peeked.length - position);
    System.arraycopy(peeked, position, buffer, offset, read);
    position += read;
    return read;
  }
}
