package org.tocsin.formats.framing;

import org.tocsin.formats.rows.Rows;

/**
 * Tells JSON objects that stand one on each line from a document that spreads over lines. Framer
 * and normaliser both ask here, so they count the same records.
 */
public final class JsonLines {
  /** How far into a text is looked; a longer first line is taken for a document. */
  static final int WINDOW = 64 * 1024;

  private JsonLines() {}

  /** Whether the first line that is not blank holds one whole JSON object and nothing else. */
  public static boolean begin(byte[] text) {
    int to = Math.min(text.length, WINDOW);
    int at = Rows.byteOrderMark(text, to);
    while (at < to && isSpace(text[at])) {
      at++;
    }
    if (at == to || text[at] != '{') {
      return false;
    }
    int end = lineEnd(text, at, to);
    if (end == to && text.length >= WINDOW) {
      return false;
    }
    JsonValueScan value = new JsonValueScan();
    value.begin();
    int after = value.skip(text, at, end);
    return value.isComplete() && isBlank(text, after, end);
  }

  private static int lineEnd(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!isSpace(text[at])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
