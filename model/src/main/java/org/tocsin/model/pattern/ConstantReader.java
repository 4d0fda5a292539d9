package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.tocsin.model.stix.StixTime;

/** Reads constants (section 9.3). */
final class ConstantReader {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
  private static final int MOST_DIGITS = 100;

  private final Cursor cursor;

  ConstantReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Constant any() {
    return switch (cursor.next()) {
      case '\'' -> new Constant.Text(text());
      case 't' -> cursor.acceptWord("true") ? new Constant.Bool(true) : moment();
      case 'f' -> bool();
      case 'h' -> hex();
      case 'b' -> binary();
      default -> number();
    };
  }

  /** A string between quotes, in which \' and \\ stand for themselves and no other \ is allowed. */
  String text() {
    int begin = cursor.position();
    cursor.expect("'");
    StringBuilder out = new StringBuilder();
    while (true) {
      out.append(cursor.run(c -> c != '\'' && c != '\\'));
      switch (cursor.take()) {
        case '\'' -> {
          return out.toString();
        }
        case '\\' -> out.append(escaped());
        default -> throw new PatternException(begin, "the string has no end");
      }
    }
  }

  private char escaped() {
    char c = cursor.peek();
    if (c != '\\' && c != '\'') {
      throw cursor.wrong("in a string, a backslash is written \\\\ and a quote \\'");
    }
    return cursor.take();
  }

  Constant.Moment moment() {
    int begin = cursor.position();
    String text = prefixed("t", "a timestamp t'...'");
    Instant at = text.matches(TIME) ? StixTime.parse(leap(text)).orElse(null) : null;
    if (at == null) {
      throw new PatternException(begin, "a timestamp is written t'2026-01-31T12:00:00Z'");
    }
    return new Constant.Moment(text, at);
  }

  /** The second a day may be longer counts as the one before. */
  private static String leap(String text) {
    return text.startsWith(":60", 16) ? text.substring(0, 17) + "59" + text.substring(19) : text;
  }

  private Constant bool() {
    cursor.expectWord("false");
    return new Constant.Bool(false);
  }

  private Constant hex() {
    int begin = cursor.position();
    String digits = prefixed("h", "bytes h'...'");
    if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
      throw new PatternException(begin, "h'...' holds two hexadecimal digits for each byte");
    }
    return new Constant.Hex(digits.toLowerCase(Locale.ROOT));
  }

  private Constant binary() {
    int begin = cursor.position();
    String base64 = prefixed("b", "bytes b'...'");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (base64.length() % 4 == 0) {
        return new Constant.Binary(Base64.getEncoder().encodeToString(bytes));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new PatternException(begin, "b'...' holds Base64 with its padding");
  }

  private String prefixed(String letter, String what) {
    int begin = cursor.position();
    cursor.expect(letter);
    if (cursor.peek() != '\'') {
      throw new PatternException(begin, what + " is expected here");
    }
    return text();
  }

  private Constant number() {
    int begin = cursor.position();
    boolean negative = cursor.accept("-");
    if (!negative) {
      cursor.accept("+");
    }
    BigDecimal value = unsigned(begin);
    return new Constant.Number(negative ? value.negate() : value, value.scale() == 0);
  }

  /** A number without a minus, as qualifiers want it; its scale is 0 where it is an integer. */
  BigDecimal positive() {
    int begin = cursor.position();
    cursor.accept("+");
    return unsigned(begin);
  }

  private BigDecimal unsigned(int begin) {
    String whole = cursor.run(c -> c >= '0' && c <= '9');
    boolean point = cursor.peek() == '.';
    if (point) {
      cursor.take();
    }
    String part = point ? cursor.run(c -> c >= '0' && c <= '9') : "";
    boolean none = whole.isEmpty() && part.isEmpty() || point && part.isEmpty();
    if (none || !point && whole.length() > 1 && whole.startsWith("0") || glued()) {
      throw new PatternException(begin, "a constant is expected here");
    }
    if (whole.length() + part.length() > MOST_DIGITS) {
      throw new PatternException(begin, "a number has at most " + MOST_DIGITS + " digits");
    }
    return new BigDecimal((whole.isEmpty() ? "0" : whole) + (point ? "." + part : ""));
  }

  private boolean glued() {
    return Cursor.isWord(cursor.peek());
  }
}
