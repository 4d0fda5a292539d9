package org.tocsin.formats.sco;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hashes of one file or certificate (STIX 2.1 section 2.7). Not thread-safe. */
public final class Hashes {
  /** The algorithms, in the order in which section 2.9 prefers them for ids. */
  public enum Algorithm {
    MD5("MD5", 32),
    SHA_1("SHA-1", 40),
    SHA_256("SHA-256", 64),
    SHA_512("SHA-512", 128);

    private final String key;
    private final int digits;

    Algorithm(String key, int digits) {
      this.key = key;
      this.digits = digits;
    }

    /**
     * The algorithm STIX calls so, such as {@code SHA-256}.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Algorithm named(String key) {
      return valueOf(key.replace('-', '_'));
    }
  }

  private final Map<Algorithm, String> values = new EnumMap<>(Algorithm.class);

  /**
   * Adds a hash, written with or without colons between the octets.
   *
   * @return false, and nothing added, where it is no hash of that algorithm
   */
  public boolean add(Algorithm algorithm, String text) {
    char[] digits = new char[algorithm.digits];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        continue;
      }
      int digit = Character.digit(c, 16);
      if (digit < 0 || c > 'f' || count == digits.length) {
        return false;
      }
      digits[count++] = Character.forDigit(digit, 16);
    }
    if (count < digits.length) {
      return false;
    }
    values.put(algorithm, new String(digits));
    return true;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The hashes as STIX writes them. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach((algorithm, value) -> json.put(algorithm.key, value));
    return json;
  }

  /** Section 2.9: of several hashes only the most preferred contributes to an id. */
  ObjectNode contributing() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!values.isEmpty()) {
      Map.Entry<Algorithm, String> first = values.entrySet().iterator().next();
      json.put(first.getKey().key, first.getValue());
    }
    return json;
  }
}
