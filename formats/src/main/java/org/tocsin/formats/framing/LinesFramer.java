package org.tocsin.formats.framing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tocsin.formats.rows.Rows;

/** Cuts a text between lines. Blank lines and comments stay with the lines before them. */
final class LinesFramer implements Framer {
  private static final int MAX_LINES = 500;
  private static final int MAX_BYTES = 256 * 1024;
  private static final int STEP = 64 * 1024;
  private static final byte[] NONE = {};

  private final InputStream submission;
  private final byte[] buffer = new byte[STEP];
  private int at;
  private int filled;
  private long line = 1;
  private byte[] held = NONE;

  LinesFramer(InputStream submission) {
    this.submission = submission;
  }

  @Override
  public Optional<Slice> next() throws IOException {
    ByteArrayOutputStream slice = new ByteArrayOutputStream();
    int records = 0;
    long lines = 0;
    for (byte[] next = take(); next.length > 0; next = take()) {
      boolean record = Rows.isRecordLine(next, 0, next.length);
      boolean full = slice.size() + next.length > MAX_BYTES || record && records == MAX_LINES;
      if (slice.size() > 0 && full) {
        held = next;
        break;
      }
      slice.writeBytes(next);
      records += record ? 1 : 0;
      lines += next[next.length - 1] == '\n' ? 1 : 0;
    }
    if (slice.size() == 0) {
      return Optional.empty();
    }
    Slice cut = new Slice(NONE, slice.toByteArray(), line, records);
    line += lines;
    return Optional.of(cut);
  }

  /** The next line with its ending; empty at the end. */
  private byte[] take() throws IOException {
    if (held.length > 0) {
      byte[] line = held;
      held = NONE;
      return line;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (at < filled || fill()) {
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      boolean ended = at < filled;
      at += ended ? 1 : 0;
      line.write(buffer, from, at - from);
      if (line.size() > MAX_RAW_RECORD) {
        throw new SubmissionTooLargeException();
      }
      if (ended) {
        break;
      }
    }
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(submission.read(buffer), 0);
    return filled > 0;
  }
}
