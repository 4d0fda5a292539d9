package org.tocsin.ingest.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads up to a delimiter, then what is beyond it, and so on. Not thread-safe. */
final class DelimitedInput {
  private static final int BUFFER = 64 * 1024;

  /** Longest line of a part's head, in bytes. */
  private static final int LONGEST_LINE = 8 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  /** No delimiter begins between position and here. */
  private int clear;

  /** Whether a delimiter begins where it is no longer clear. */
  private boolean found;

  DelimitedInput(InputStream in, byte[] delimiter) {
    this.in = in;
    this.delimiter = delimiter;
    // the first delimiter may be the very beginning, without the line break that belongs to it
    buffer[0] = '\r';
    buffer[1] = '\n';
    limit = 2;
  }

  /** Steps over a delimiter; false where it was the last one (RFC 2046 section 5.1.1). */
  boolean beginPart() throws IOException {
    position += delimiter.length;
    found = false;
    clear = position;
    String rest = line();
    if (rest.startsWith("--")) {
      return false;
    }
    if (!rest.isBlank()) {
      throw MultipartFiles.broken("a boundary is followed by something else.");
    }
    return true;
  }

  /** The next line of a part's head, without its line break; bytes as characters. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = next();
      if (next < 0 && line.toString().startsWith("--")) {
        return line.toString();
      }
      if (next < 0 || line.length() > LONGEST_LINE) {
        throw MultipartFiles.broken("the head of a part has no end.");
      }
      if (next == '\n') {
        clear = position;
        return line.toString().stripTrailing();
      }
      line.append((char) next);
    }
  }

  /** Passes over what is left before the next delimiter; stops after a little more than so many. */
  long passOver(long atMost) throws IOException {
    long passed = 0;
    for (int ready = ready(); ready > 0 && passed <= atMost; ready = ready()) {
      passed += ready;
      position += ready;
    }
    return passed;
  }

  /** What is before the next delimiter. */
  InputStream part() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return ready() == 0 ? -1 : buffer[position++] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int read = Math.min(length, ready());
        if (read == 0) {
          return length == 0 ? 0 : -1;
        }
        System.arraycopy(buffer, position, target, offset, read);
        position += read;
        return read;
      }
    };
  }

  /** How many bytes before the next delimiter are in the buffer; 0 where it is the delimiter. */
  private int ready() throws IOException {
    while (position == clear && !found) {
      if (limit - position < delimiter.length && !fill()) {
        throw MultipartFiles.broken("it ends without its last boundary.");
      }
      find();
    }
    return clear - position;
  }

  private void find() {
    int last = limit - delimiter.length;
    int at = position;
    while (at <= last && !isDelimiter(at)) {
      at++;
    }
    found = at <= last;
    clear = Math.max(position, at);
  }

  private boolean isDelimiter(int at) {
    for (int i = 0; i < delimiter.length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private int next() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    clear = Math.max(0, clear - position);
    position = 0;
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, read);
    return read > 0;
  }
}
