package org.tocsin.ingest.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and, where told to, refuses to read on. Not thread-safe. */
public final class CountedInput extends FilterInputStream {
  private final Check check;
  private long count;

  /** Looks at the count after each read; throws to stop. */
  public interface Check {
    /** Takes the bytes read so far. */
    void at(long count);
  }

  /** Counts and checks. */
  public CountedInput(InputStream in, Check check) {
    super(in);
    this.check = check;
  }

  /** Bytes read so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      counted(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      counted(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    counted(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(long bytes) {
    count += bytes;
    check.at(count);
  }
}
