package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decodes gzip (RFC 1952), any number of members one after the other, padding of zeros at the end
 * allowed. The JDK's own stream recurses for each empty member, so a file of a megabyte can exhaust
 * the stack, and ignores whatever follows a member; this one does neither. Not thread-safe.
 */
final class GzipInput extends InputStream {
  private final PackedBytes packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean begun;
  private boolean inMember;

  GzipInput(InputStream packed) {
    this.packed = new PackedBytes(packed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || nextMember()) {
      int read = inflate(buffer, offset, length);
      if (read > 0) {
        crc.update(buffer, offset, read);
        return read;
      }
      endMember();
    }
    return -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private boolean nextMember() throws IOException {
    int first = packed.next();
    while (begun && first == 0) {
      first = packed.next();
    }
    if (first < 0 && begun) {
      return false;
    }
    if (first < 0) {
      throw new ZipException("empty");
    }
    GzipHeader.skip(first, packed);
    inflater.reset();
    crc.reset();
    begun = true;
    inMember = true;
    return true;
  }

  /** Returns 0 at the end of the member. */
  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          packed.feed(inflater);
        }
        int read = inflater.inflate(buffer, offset, length);
        if (read > 0) {
          return read;
        }
        if (inflater.needsDictionary()) {
          throw new ZipException("preset dictionary");
        }
      }
      return 0;
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private void endMember() throws IOException {
    packed.giveBack(inflater.getRemaining());
    boolean sound =
        packed.littleEndian() == crc.getValue()
            && packed.littleEndian() == (inflater.getBytesWritten() & 0xffffffffL);
    if (!sound) {
      throw new ZipException("checksum");
    }
    inMember = false;
  }
}
