package org.tocsin.formats.sco;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A MAC address as STIX 2.1 section 6.8 writes it: six pairs of lower-case digits with colons.
 *
 * @param value the address
 */
public record MacAddress(String value) {
  private static final Pattern SPELLING =
      Pattern.compile("([0-9a-f]{2}([:-]?)[0-9a-f]{2}(\\2[0-9a-f]{2}){4})");
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

  /**
   * Reads an address with colons, hyphens or nothing between the pairs; empty where it is none, and
   * for the one of zeros, which stands for an unknown one.
   */
  public static Optional<MacAddress> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!SPELLING.matcher(lower).matches()) {
      return Optional.empty();
    }
    String digits = lower.replaceAll("[:-]", "");
    return digits.equals("000000000000")
        ? Optional.empty()
        : Optional.of(new MacAddress(COLONS.formatHex(HexFormat.of().parseHex(digits))));
  }
}
