package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.io.InputStream;

/** The end record of a zip archive (APPNOTE 6.3 section 4.3.16): says how many files there are. */
final class ZipEnd {
  private static final int LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int COUNT = 10;
  private static final int COMMENT_LENGTH = 20;

  private ZipEnd() {}

  /** Whether there is an end record, and it names so many files. */
  static boolean names(Spool spool, int files) throws IOException {
    byte[] tail = tail(spool);
    for (int at = tail.length - LENGTH; at >= 0; at--) {
      if (isEnd(tail, at)) {
        return number(tail, at + COUNT) == files;
      }
    }
    return false;
  }

  private static byte[] tail(Spool spool) throws IOException {
    try (InputStream in = spool.open()) {
      in.skipNBytes(Math.max(0, spool.size() - LENGTH - LONGEST_COMMENT));
      return in.readAllBytes();
    }
  }

  private static boolean isEnd(byte[] tail, int at) {
    return tail[at] == 'P'
        && tail[at + 1] == 'K'
        && tail[at + 2] == 5
        && tail[at + 3] == 6
        && at + LENGTH + number(tail, at + COMMENT_LENGTH) == tail.length;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }
}
