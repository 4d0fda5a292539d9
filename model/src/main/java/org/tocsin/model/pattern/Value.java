package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value that was observed, as what it is compared (section 9.6). */
sealed interface Value {
  /**
   * A string; a timestamp is one too, until it is compared with a timestamp.
   *
   * @param address whether it is the value of an {@code ipv4-addr} or {@code ipv6-addr}
   */
  record Text(String text, boolean address) implements Value {}

  /** A number. */
  record Number(BigDecimal number) implements Value {}

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /** Bytes: of properties whose names end with {@code _bin} or {@code _hex}. */
  record Bytes(byte[] bytes) implements Value {}

  /** A list or an object: it exists, but compares with nothing. */
  record Whole() implements Value {}

  /**
   * Reads a value.
   *
   * @param property the name it has
   * @param type of the object it belongs to
   */
  static Value of(JsonNode json, String property, String type) {
    if (json.isString()) {
      byte[] bytes = bytes(json.stringValue(), property);
      boolean address = property.equals("value") && type.matches("ipv[46]-addr");
      return bytes == null ? new Text(json.stringValue(), address) : new Bytes(bytes);
    }
    if (json.isNumber()) {
      return new Number(json.decimalValue());
    }
    return json.isBoolean() ? new Bool(json.booleanValue()) : new Whole();
  }

  /** The bytes a property holds by its name; null where it holds none. */
  private static byte @Nullable [] bytes(String text, String property) {
    try {
      if (property.endsWith("_hex")) {
        return HexFormat.of().parseHex(text);
      }
      return property.endsWith("_bin") ? Base64.getDecoder().decode(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
