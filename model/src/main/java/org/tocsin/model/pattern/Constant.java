package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** A constant (section 9.3). */
public sealed interface Constant {
  /** A string. */
  record Text(String value) implements Constant {}

  /**
   * An integer or a float. They compare by what they are worth.
   *
   * @param whole whether it is written as an integer
   */
  record Number(BigDecimal value, boolean whole) implements Constant {}

  /** A boolean. */
  record Bool(boolean value) implements Constant {}

  /**
   * A timestamp, {@code t'...'}.
   *
   * @param text as it is written
   */
  record Moment(String text, Instant at) implements Constant {}

  /**
   * Bytes in hexadecimal digits, {@code h'...'}.
   *
   * @param digits lower case, two for each byte
   */
  record Hex(String digits) implements Constant {
    byte[] bytes() {
      return HexFormat.of().parseHex(digits);
    }
  }

  /**
   * Bytes in Base64, {@code b'...'}.
   *
   * @param base64 with padding
   */
  record Binary(String base64) implements Constant {
    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }
}
