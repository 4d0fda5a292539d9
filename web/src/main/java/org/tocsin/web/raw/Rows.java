package org.tocsin.web.raw;

/** Finds rows in a table (RFC 4180: a row may go on over line ends inside double quotes). */
final class Rows {
  /** A quotation longer than this was never closed; the row then ends with its line. */
  private static final int LONGEST = 256 * 1024;

  private Rows() {}

  /** Where the row that begins at {@code start} ends, after its line end. */
  static int end(byte[] text, int start) {
    int limit = (int) Math.min(text.length, (long) start + LONGEST);
    boolean quoted = false;
    for (int at = start; at < limit; at++) {
      if (text[at] == '"') {
        quoted = !quoted;
      } else if (text[at] == '\n' && !quoted) {
        return at + 1;
      }
    }
    return quoted ? lineEnd(text, start) : limit;
  }

  /** Where the line that begins at {@code start} ends, after its line end. */
  static int lineEnd(byte[] text, int start) {
    for (int at = start; at < text.length; at++) {
      if (text[at] == '\n') {
        return at + 1;
      }
    }
    return text.length;
  }

  /** Where a line begins; the text's length where there are not so many. */
  static int lineStart(byte[] text, long line) {
    int at = 0;
    for (long passed = 0; passed < line && at < text.length; passed++) {
      at = lineEnd(text, at);
    }
    return at;
  }

  /** How many lines end between two places. */
  static long lines(byte[] text, int from, int to) {
    long lines = 0;
    for (int at = from; at < to; at++) {
      if (text[at] == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
