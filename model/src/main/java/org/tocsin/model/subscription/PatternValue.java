package org.tocsin.model.subscription;

import java.util.Locale;

/**
 * A value at a place of an object, as patterns compare it.
 *
 * @param path the object path (STIX 2.1 section 9.7), names without quotes around them
 * @param value as it is written; hashes and domain names in lower case
 */
public record PatternValue(String path, String value) {
  static PatternValue of(String path, String value) {
    String plain = path.replace("'", "");
    boolean anyCase =
        plain.equals("domain-name:value") || plain.contains(":hashes.") || plain.contains("_hash");
    return new PatternValue(plain, anyCase ? value.toLowerCase(Locale.ROOT) : value);
  }
}
