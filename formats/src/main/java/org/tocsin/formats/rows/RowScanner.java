package org.tocsin.formats.rows;

/**
 * Finds where a row ends (RFC 4180 section 2): at the first line end ({@code \n}, with or without
 * {@code \r} before it) that is not inside quotes. A quote opens only at the beginning of a cell
 * and closes at the next one that is not doubled; whatever follows up to the comma still belongs to
 * the cell.
 *
 * <p>A row whose quotes never close must not swallow what follows it: where no such line end lies
 * within {@link #MAX_QUOTED_ROW} bytes, or before the text ends, the row ends at its first line
 * end, quotes or not. Each decision rests on the bytes that follow the row's beginning and on
 * nothing else, so that reading a piece that was cut between rows gives the same rows.
 *
 * <p>An instance remembers how far unclosed quotes were followed, so that every byte is looked at a
 * bounded number of times. Not thread-safe.
 */
public final class RowScanner {
  /** What {@link #endOfRow} answers when it needs more bytes to decide. */
  public static final int UNDECIDED = -1;

  /** How far quotes may carry a row over line ends, in bytes. */
  public static final int MAX_QUOTED_ROW = 256 * 1024;

  private static final int NOWHERE = -1;

  private final RowStyle style;

  /** Up to here an earlier row was followed without finding its end; {@link #NOWHERE} if none. */
  private int followedTo = NOWHERE;

  /** Whether that place lies inside quotes. */
  private boolean followedInQuotes;

  /** For comma-separated values. */
  public RowScanner() {
    this(RowStyle.CSV);
  }

  /** For rows of that style. */
  public RowScanner(RowStyle style) {
    this.style = style;
  }

  /**
   * Where the row that begins at {@code from} ends, after its line ending.
   *
   * @param from where the row begins; successive calls go forward
   * @param to where the bytes end that are there so far
   * @param complete whether nothing follows {@code to}
   * @return {@link #UNDECIDED} when more bytes are needed, never when {@code complete}
   */
  public int endOfRow(byte[] bytes, int from, int to, boolean complete) {
    if (!style.quotes() || style.isComment(bytes, from, to)) {
      return lineEnd(bytes, from, to, complete);
    }
    int bound = Math.min(to, from + MAX_QUOTED_ROW);
    int firstLineEnd = NOWHERE;
    boolean quoted = false;
    int at = from;
    while (at < bound) {
      at =
          quoted && firstLineEnd != NOWHERE
              ? quote(bytes, at, bound)
              : quoteOrLineEnd(bytes, at, bound);
      if (at == bound) {
        break;
      }
      if (bytes[at] == '\n') {
        at++;
        if (!quoted) {
          return at;
        }
        firstLineEnd = at;
        if (at < followedTo) {
          at = followedTo;
          quoted = followedInQuotes;
        }
      } else if (!quoted) {
        quoted = style.beginsCell(bytes, from, at);
        at++;
      } else if (at + 1 == bound) {
        break;
      } else if (bytes[at + 1] == '"') {
        at += 2;
      } else {
        quoted = false;
        at++;
      }
    }
    boolean bounded = from + MAX_QUOTED_ROW <= to;
    if (!bounded && !complete) {
      return UNDECIDED;
    }
    boolean closed = !quoted || at < bound;
    if (!bounded && (closed || firstLineEnd == NOWHERE)) {
      return to;
    }
    if (firstLineEnd == NOWHERE) {
      return lineEnd(bytes, at, to, complete);
    }
    followedTo = at;
    followedInQuotes = quoted;
    return firstLineEnd;
  }

  /** Forgets what was remembered of these bytes: they move, or others come. */
  public void forget() {
    followedTo = NOWHERE;
  }

  private static int quoteOrLineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '"' && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int quote(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '"') {
      at++;
    }
    return at;
  }

  private static int lineEnd(byte[] bytes, int from, int to, boolean complete) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return complete ? to : UNDECIDED;
  }
}
