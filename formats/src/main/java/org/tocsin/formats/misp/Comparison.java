package org.tocsin.formats.misp;

/**
 * One comparison of a pattern (STIX 2.1 section 9).
 *
 * @param type type of the observable it looks at
 * @param path the rest of the object path
 * @param operator such as {@code =}
 * @param literal the value, as it is written in a pattern
 */
record Comparison(String type, String path, String operator, String literal) {
  /** Whether a text is the same. */
  static Comparison text(String type, String path, String value) {
    return new Comparison(type, path, "=", quoted(value));
  }

  /** Whether a number is the same. */
  static Comparison number(String type, String path, long value) {
    return new Comparison(type, path, "=", Long.toString(value));
  }

  static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String toString() {
    return type + ":" + path + " " + operator + " " + literal;
  }
}
