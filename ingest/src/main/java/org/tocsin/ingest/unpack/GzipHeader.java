package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.util.zip.ZipException;

/** The header of a gzip member (RFC 1952 section 2.3), none of which is needed. */
final class GzipHeader {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /** Longest name or comment, in bytes; the standard has no limit. */
  private static final int LONGEST_TEXT = 64 * 1024;

  private GzipHeader() {}

  static void skip(int first, PackedBytes packed) throws IOException {
    boolean deflated = first == 0x1f && packed.required() == 0x8b && packed.required() == 8;
    if (!deflated) {
      throw new ZipException("not gzip");
    }
    int flags = packed.required();
    skipBytes(packed, 6);
    if ((flags & EXTRA) != 0) {
      skipBytes(packed, packed.required() | packed.required() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText(packed);
    }
    if ((flags & COMMENT) != 0) {
      skipText(packed);
    }
    if ((flags & HEADER_CRC) != 0) {
      skipBytes(packed, 2);
    }
  }

  private static void skipBytes(PackedBytes packed, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      packed.required();
    }
  }

  private static void skipText(PackedBytes packed) throws IOException {
    for (int i = 0; i < LONGEST_TEXT; i++) {
      if (packed.required() == 0) {
        return;
      }
    }
    throw new ZipException("a name without end");
  }
}
