package org.tocsin.formats.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tocsin.formats.rows.RowStyle;

/**
 * Cuts a table between rows. The header line, where there is one, is the preamble of every slice
 * but those up to the one that holds it; it is no record, and neither are blank lines and comments,
 * which stay with the rows before them.
 */
final class RowsFramer implements Framer {
  private static final int MAX_ROWS = 500;
  private static final int MAX_BYTES = 256 * 1024;

  /** A header line goes with every slice: a longer one would multiply what is kept. */
  static final int MAX_HEADER = 64 * 1024;

  private final RowBuffer rows;
  private byte[] header = {};
  private boolean headerSeen;
  private long line = 1;

  RowsFramer(InputStream submission) {
    this(submission, RowStyle.CSV);
  }

  RowsFramer(InputStream submission, RowStyle style) {
    this.rows = new RowBuffer(submission, style);
  }

  @Override
  public Optional<Slice> next() throws IOException {
    byte[] preamble = header;
    int size = 0;
    int records = 0;
    for (int length = rows.rowAt(0); length > 0; length = rows.rowAt(size)) {
      boolean row = !rows.isNoRow(size, length);
      boolean names = row && rows.isHeader(size, length, !headerSeen);
      boolean record = row && !names;
      if (size > 0 && (size + length > MAX_BYTES || (record && records == MAX_ROWS))) {
        break;
      }
      if (preamble.length + length > MAX_RAW_RECORD) {
        throw new SubmissionTooLargeException();
      }
      if (names) {
        keepHeader(rows.row(size, length));
      }
      size += length;
      records += record ? 1 : 0;
    }
    return size == 0 ? Optional.empty() : Optional.of(slice(preamble, size, records));
  }

  private void keepHeader(byte[] row) throws SubmissionTooLargeException {
    if (row.length > MAX_HEADER) {
      throw new SubmissionTooLargeException("the header line", MAX_HEADER);
    }
    header = row;
    headerSeen = true;
  }

  private Slice slice(byte[] preamble, int size, int records) {
    byte[] bytes = rows.take(size);
    Slice slice = new Slice(preamble, bytes, line, records);
    for (byte b : bytes) {
      line += b == '\n' ? 1 : 0;
    }
    return slice;
  }
}
