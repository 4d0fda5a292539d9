package org.tocsin.formats.sco;

import java.util.Optional;

/**
 * The number of an autonomous system (RFC 6793), as STIX 2.1 section 6.2 wants it.
 *
 * @param number 1 to 4294967295
 */
public record Asn(long number) {
  private static final long LARGEST = 4_294_967_295L;

  /** Reads a number, with or without {@code AS} before it; empty where it is none, or 0. */
  public static Optional<Asn> parse(String text) {
    boolean prefixed = text.regionMatches(true, 0, "AS", 0, 2);
    long number = Digits.number(prefixed ? text.substring(2).strip() : text);
    return number > 0 && number <= LARGEST ? Optional.of(new Asn(number)) : Optional.empty();
  }
}
