package org.tocsin.formats.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one row at a time (RFC 4180 section 2). Only where they are is found out at once; a
 * cell becomes text when it is asked for. Not thread-safe.
 */
public final class Cells {
  /** The most cells a row may have. */
  public static final int MAX = 4_096;

  /** What a row turned out to be. */
  public enum Shape {
    READABLE,
    /** A cell opens a quote that nothing closes. */
    UNCLOSED,
    /** There are more than {@link #MAX} cells. */
    TOO_MANY
  }

  private final RowStyle style;
  private byte[] text = {};
  private int[] from = new int[128];
  private int[] to = new int[128];
  private boolean[] quotesInside = new boolean[128];
  private int count;

  /** For comma-separated values. */
  public Cells() {
    this(RowStyle.CSV);
  }

  /** For rows of that style. */
  public Cells(RowStyle style) {
    this.style = style;
  }

  /** Reads the row that lies there, given without its line ending. */
  public Shape read(byte[] text, int start, int end) {
    this.text = text;
    count = 0;
    int at = style.afterRun(text, start, end);
    while (count < MAX) {
      boolean quoted = style.quotes() && at < end && text[at] == '"';
      int stop = quoted ? quotedCell(at, end) : plainCell(at, end);
      if (stop < 0) {
        return Shape.UNCLOSED;
      }
      if (stop == end) {
        return Shape.READABLE;
      }
      at = style.afterRun(text, stop + 1, end);
      if (at == end && style.runs()) {
        return Shape.READABLE;
      }
    }
    return Shape.TOO_MANY;
  }

  /** How many cells there are. */
  public int count() {
    return count;
  }

  /** Whether there is nothing in that cell, or no such cell. */
  public boolean isEmpty(int cell) {
    return cell >= count || (from[cell] == to[cell] && !quotesInside[cell]);
  }

  /** The cell as text; bytes that are no UTF-8 are replaced. Empty where there is no such cell. */
  public String text(int cell) {
    if (isEmpty(cell)) {
      return "";
    }
    return quotesInside[cell]
        ? unquoted(from[cell], to[cell])
        : new String(text, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
  }

  private int plainCell(int start, int end) {
    int stop = separator(start, end);
    add(start, stop, false);
    return stop;
  }

  /** Where the cell ends that begins with the quote at {@code start}; negative if it never does. */
  private int quotedCell(int start, int end) {
    boolean doubled = false;
    for (int at = start + 1; at < end; at++) {
      if (text[at] != '"') {
        continue;
      }
      if (at + 1 < end && text[at + 1] == '"') {
        doubled = true;
        at++;
        continue;
      }
      int stop = separator(at, end);
      if (stop == at + 1 && !doubled) {
        add(start + 1, at, false);
      } else {
        add(start, stop, true);
      }
      return stop;
    }
    return -1;
  }

  private int separator(int start, int end) {
    int at = start;
    while (at < end && !style.separates(text[at])) {
      at++;
    }
    return at;
  }

  private void add(int start, int stop, boolean hasQuotesInside) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      quotesInside = Arrays.copyOf(quotesInside, count * 2);
    }
    from[count] = start;
    to[count] = stop;
    quotesInside[count] = hasQuotesInside;
    count++;
  }

  private String unquoted(int start, int stop) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(stop - start);
    boolean quoted = true;
    for (int at = start + 1; at < stop; at++) {
      if (quoted && text[at] == '"') {
        if (at + 1 < stop && text[at + 1] == '"') {
          at++;
        } else {
          quoted = false;
          continue;
        }
      }
      plain.write(text[at]);
    }
    return plain.toString(StandardCharsets.UTF_8);
  }
}
