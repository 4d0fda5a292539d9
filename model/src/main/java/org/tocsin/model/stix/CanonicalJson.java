package org.tocsin.model.stix;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.databind.JsonNode;

/**
 * JSON in its one canonical spelling (RFC 8785), written straight from the tree: what is hashed is
 * never held as text, however large it is.
 */
public final class CanonicalJson {
  /** Up to here every whole number is a double of its own (RFC 8785 section 3.2.2.3). */
  private static final long EXACT = 1L << 53;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final OutputStream out;

  private CanonicalJson(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a value as UTF-8.
   *
   * @throws IllegalArgumentException when the value has no canonical spelling: a number beyond the
   *     range of a double, or a string with half a surrogate pair
   * @throws IOException when {@code out} does
   */
  public static void write(JsonNode value, OutputStream out) throws IOException {
    new CanonicalJson(out).value(value);
  }

  private void value(JsonNode value) throws IOException {
    switch (value.getNodeType()) {
      case OBJECT -> object(value);
      case ARRAY -> array(value);
      case STRING -> string(value.stringValue());
      case NUMBER -> ascii(number(value));
      case BOOLEAN -> ascii(value.booleanValue() ? "true" : "false");
      case NULL -> ascii("null");
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
    }
  }

  /** Properties go by the UTF-16 code units of their names (section 3.2.3). */
  private void object(JsonNode object) throws IOException {
    String[] names = object.propertyNames().toArray(String[]::new);
    Arrays.sort(names);
    out.write('{');
    for (int i = 0; i < names.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      string(names[i]);
      out.write(':');
      value(object.get(names[i]));
    }
    out.write('}');
  }

  private void array(JsonNode array) throws IOException {
    out.write('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      value(array.get(i));
    }
    out.write(']');
  }

  private static String number(JsonNode value) throws IOException {
    if (value.isIntegralNumber()) {
      BigInteger whole = value.bigIntegerValue();
      if (whole.bitLength() <= 53 && Math.abs(whole.longValue()) <= EXACT) {
        return whole.toString();
      }
    }
    double number = value.decimalValue().doubleValue();
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException("a number is beyond the range of a double");
    }
    return NumberToJSON.serializeNumber(number);
  }

  private void string(String text) throws IOException {
    out.write('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        plain(text, from, i);
        escape(c);
        from = i + 1;
      } else if (Character.isSurrogate(c)) {
        i += requirePair(text, i);
      }
    }
    plain(text, from, text.length());
    out.write('"');
  }

  private static int requirePair(String text, int i) {
    if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
      return 1;
    }
    throw new IllegalArgumentException("a string holds half a surrogate pair");
  }

  private void plain(String text, int from, int to) throws IOException {
    if (from < to) {
      out.write(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void escape(char c) throws IOException {
    switch (c) {
      case '"' -> ascii("\\\"");
      case '\\' -> ascii("\\\\");
      case '\b' -> ascii("\\b");
      case '\t' -> ascii("\\t");
      case '\n' -> ascii("\\n");
      case '\f' -> ascii("\\f");
      case '\r' -> ascii("\\r");
      default -> ascii("\\u00" + HEX[c >> 4] + HEX[c & 15]);
    }
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
