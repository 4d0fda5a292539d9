package org.tocsin.formats.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a table is written. Framer and normaliser both go by it, so that they agree on what a record
 * is; every answer rests on the row's own bytes, but for the first row's.
 */
public final class RowStyle {
  /** Comma-separated values (RFC 4180) after a header line. */
  public static final RowStyle CSV =
      new RowStyle(Separator.COMMA, Quotes.TIGHT, List.of(), new Header.First());

  /** What stands between two cells. */
  public enum Separator {
    COMMA(","),
    SEMICOLON(";"),
    TAB("\t"),
    PIPE("|"),
    /** Any number of tabs. */
    TABS("\t"),
    /** Any number of spaces and tabs. */
    BLANKS(" \t"),
    /** Nothing: a row is one cell. */
    NONE("");

    private final byte one;
    private final byte other;

    Separator(String characters) {
      one = characters.isEmpty() ? 0 : (byte) characters.charAt(0);
      other = characters.length() < 2 ? one : (byte) characters.charAt(1);
    }

    /** Whether several in a row separate no more than one. */
    boolean runs() {
      return this == TABS || this == BLANKS;
    }
  }

  /** Whether a cell may stand in double quotes, and then hold separators and line ends. */
  public enum Quotes {
    NONE,
    /** The quote is the cell's first character (RFC 4180). */
    TIGHT,
    /** Spaces may stand before it. */
    SPACED
  }

  /** Which row gives the names of the columns. */
  public sealed interface Header {
    /** None does. */
    record None() implements Header {}

    /** The first one. */
    record First() implements Header {}

    /**
     * Every row whose first cell is one of these names; there may be none.
     *
     * @param names in lower case
     */
    record Known(Set<String> names) implements Header {
      public Known {
        names = Set.copyOf(names);
      }
    }

    /** Every row that begins so, such as {@code #fields}. */
    record Marked(String prefix) implements Header {}
  }

  private final Separator separator;
  private final Quotes quotes;
  private final byte[][] comments;
  private final Header header;
  private final byte[] mark;

  /**
   * A style.
   *
   * @param comments what a row begins with, after spaces and tabs, that says nothing
   */
  public RowStyle(Separator separator, Quotes quotes, List<String> comments, Header header) {
    this.separator = separator;
    this.quotes = quotes;
    this.comments =
        comments.stream()
            .map(prefix -> prefix.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.header = header;
    this.mark =
        header instanceof Header.Marked(String prefix)
            ? prefix.getBytes(StandardCharsets.UTF_8)
            : new byte[0];
  }

  /** Which row gives the names of the columns. */
  public Header header() {
    return header;
  }

  boolean quotes() {
    return quotes != Quotes.NONE;
  }

  /** Whether a quote at that place of a row stands where a cell begins. */
  boolean beginsCell(byte[] text, int from, int at) {
    int before = at;
    while (quotes == Quotes.SPACED && before > from && text[before - 1] == ' ') {
      before--;
    }
    return before == from || separates(text[before - 1]);
  }

  boolean runs() {
    return separator.runs();
  }

  boolean separates(byte b) {
    return (b == separator.one || b == separator.other) && separator != Separator.NONE;
  }

  /** Where the next cell begins: after all separators where they run together. */
  int afterRun(byte[] text, int from, int to) {
    int at = from;
    while (quotes == Quotes.SPACED && at < to && text[at] == ' ') {
      at++;
    }
    while (runs() && at < to && separates(text[at])) {
      at++;
    }
    return at;
  }

  /** Whether the row that lies there is a comment and does not name the columns. */
  public boolean isComment(byte[] text, int from, int to) {
    if (comments.length == 0 || isMarked(text, from, to)) {
      return false;
    }
    int begin = from;
    while (begin < to && (text[begin] == ' ' || text[begin] == '\t')) {
      begin++;
    }
    for (byte[] prefix : comments) {
      if (beginsWith(text, begin, to, prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the row that lies there, which is no comment, names the columns.
   *
   * @param first whether no row before it did
   */
  public boolean isHeader(byte[] text, int from, int to, boolean first) {
    return switch (header) {
      case Header.None none -> false;
      case Header.First firstRow -> first;
      case Header.Marked marked -> isMarked(text, from, to);
      case Header.Known(Set<String> names) ->
          mayBeName(text, from, to)
              && names.contains(firstCell(text, from, to).toLowerCase(Locale.ROOT));
    };
  }

  /** How many bytes of a header line come before the first name. */
  public int markLength() {
    return mark.length;
  }

  private boolean isMarked(byte[] text, int from, int to) {
    return mark.length > 0 && beginsWith(text, from, to, mark);
  }

  /** Most rows begin with a number; no name does. */
  private static boolean mayBeName(byte[] text, int from, int to) {
    int first = from < to && text[from] == '"' ? from + 1 : from;
    return first < to && (text[first] < '0' || text[first] > '9');
  }

  private String firstCell(byte[] text, int from, int to) {
    int end = from;
    while (end < to && !separates(text[end]) && text[end] != '\n') {
      end++;
    }
    String cell = new String(text, from, end - from, StandardCharsets.UTF_8).strip();
    boolean quoted = quotes() && cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static boolean beginsWith(byte[] text, int from, int to, byte[] prefix) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (text[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
