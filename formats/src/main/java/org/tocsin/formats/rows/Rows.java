package org.tocsin.formats.rows;

/**
 * Goes through the rows of a text, one after the other. Blank lines and comments are no rows, and a
 * byte order mark before the first is passed over. Not thread-safe.
 */
public final class Rows {
  private final byte[] text;
  private final RowStyle style;
  private final RowScanner scanner;
  private int next;
  private int start;
  private int end;

  /** Before the first row of that comma-separated text. */
  public Rows(byte[] text) {
    this(text, RowStyle.CSV);
  }

  /** Before the first row of that text in that style. */
  public Rows(byte[] text, RowStyle style) {
    this.text = text;
    this.style = style;
    this.scanner = new RowScanner(style);
    this.next = byteOrderMark(text, text.length);
  }

  /** Goes on to the next row; false after the last. */
  public boolean next() {
    while (next < text.length) {
      start = next;
      next = scanner.endOfRow(text, start, text.length, true);
      if (!isBlank(text, start, next) && !style.isComment(text, start, next)) {
        end = withoutLineEnding(text, start, next);
        return true;
      }
    }
    return false;
  }

  /** Where the row begins. */
  public int start() {
    return start;
  }

  /** Where the row ends, without its line ending. */
  public int end() {
    return end;
  }

  /** How many bytes the row takes, without its line ending. */
  public int length() {
    return end - start;
  }

  /** Whether there is nothing but spaces, tabs and line endings. */
  public static boolean isBlank(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = text[at];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line of a list is a record: it is not blank, and no comment (begins with {@code #},
   * {@code ;} or {@code //}).
   */
  public static boolean isRecordLine(byte[] text, int from, int to) {
    int begin = from + (isByteOrderMark(text, from, to) ? 3 : 0);
    while (begin < to && (text[begin] == ' ' || text[begin] == '\t')) {
      begin++;
    }
    if (isBlank(text, begin, to)) {
      return false;
    }
    byte first = text[begin];
    boolean slashes = first == '/' && begin + 1 < to && text[begin + 1] == '/';
    return first != '#' && first != ';' && !slashes;
  }

  /** How many of the first bytes are a UTF-8 byte order mark: 3 or 0. */
  public static int byteOrderMark(byte[] text, int to) {
    return isByteOrderMark(text, 0, to) ? 3 : 0;
  }

  private static boolean isByteOrderMark(byte[] text, int at, int to) {
    return to - at >= 3
        && text[at] == (byte) 0xEF
        && text[at + 1] == (byte) 0xBB
        && text[at + 2] == (byte) 0xBF;
  }

  private static int withoutLineEnding(byte[] text, int from, int to) {
    int end = to;
    if (end > from && text[end - 1] == '\n') {
      end--;
      if (end > from && text[end - 1] == '\r') {
        end--;
      }
    }
    return end;
  }
}
