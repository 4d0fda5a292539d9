package org.tocsin.formats.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.tocsin.formats.rows.RowScanner;
import org.tocsin.formats.rows.RowStyle;
import org.tocsin.formats.rows.Rows;

/**
 * The part of a stream in which rows are looked for: what was read and not yet taken. Grows only as
 * far as a row needs.
 */
final class RowBuffer {
  private static final int FIRST_SIZE = 64 * 1024;
  private static final int LARGEST_SIZE = Framer.MAX_RAW_RECORD + 1024 * 1024;

  private final InputStream stream;
  private final RowStyle style;
  private final RowScanner scanner;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int from;
  private int to;
  private boolean complete;
  private boolean begun;

  RowBuffer(InputStream stream, RowStyle style) {
    this.stream = stream;
    this.style = style;
    this.scanner = new RowScanner(style);
  }

  /**
   * How many bytes the row takes, with its line ending, that begins {@code offset} bytes after what
   * was taken; 0 where the stream ends. A byte order mark counts with the first row.
   */
  int rowAt(int offset) throws IOException {
    while (true) {
      int start = from + offset;
      if (start < to) {
        int end = scanner.endOfRow(bytes, start + mark(offset), to, complete);
        if (end != RowScanner.UNDECIDED) {
          return end - start;
        }
        if (to - start > Framer.MAX_RAW_RECORD) {
          throw new SubmissionTooLargeException();
        }
      } else if (complete) {
        return 0;
      }
      fill();
    }
  }

  /** Whether the row there is a blank line or a comment. */
  boolean isNoRow(int offset, int length) {
    int start = from + offset + mark(offset);
    int end = from + offset + length;
    return Rows.isBlank(bytes, start, end) || style.isComment(bytes, start, end);
  }

  /** Whether the row there gives the names of the columns. */
  boolean isHeader(int offset, int length, boolean first) {
    return style.isHeader(bytes, from + offset + mark(offset), from + offset + length, first);
  }

  /** A copy of the row there, without a byte order mark before it. */
  byte[] row(int offset, int length) {
    int start = from + offset;
    return Arrays.copyOfRange(bytes, start + mark(offset), start + length);
  }

  /** The next bytes, which are gone from here afterwards. */
  byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(bytes, from, from + length);
    from += length;
    begun = true;
    return taken;
  }

  private int mark(int offset) {
    return begun || offset > 0 ? 0 : Rows.byteOrderMark(bytes, to);
  }

  /** Makes room by at least as much as is kept, so that bytes are not moved again and again. */
  private void fill() throws IOException {
    int kept = to - from;
    byte[] room =
        kept > bytes.length / 2 && bytes.length < LARGEST_SIZE
            ? new byte[Math.min(bytes.length * 2, LARGEST_SIZE)]
            : bytes;
    System.arraycopy(bytes, from, room, 0, kept);
    scanner.forget();
    bytes = room;
    from = 0;
    int read = stream.readNBytes(bytes, kept, bytes.length - kept);
    to = kept + read;
    complete = to < bytes.length;
  }
}
