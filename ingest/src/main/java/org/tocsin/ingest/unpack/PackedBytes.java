package org.tocsin.ingest.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The packed side of a decoder: bytes one by one, or as much as there is. Not thread-safe. */
final class PackedBytes {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int position;
  private int limit;

  PackedBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte; -1 at the end. */
  int next() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  /** The next byte, which must be there. */
  int required() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  /** The next four bytes as a number, least significant first (RFC 1952 section 2.1). */
  long littleEndian() throws IOException {
    long number = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      number |= (long) required() << shift;
    }
    return number;
  }

  /** Hands over all that is there; at least one byte. */
  void feed(Inflater inflater) throws IOException {
    if (position == limit && !fill()) {
      throw new EOFException();
    }
    inflater.setInput(buffer, position, limit - position);
    position = limit;
  }

  /** Takes back what was handed over and not used. */
  void giveBack(int unused) {
    position = limit - unused;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, read);
    return read > 0;
  }
}
