package org.tocsin.model.directory;

import java.util.Locale;

/**
 * A country with what its top-level domain holds.
 *
 * @param code ISO 3166-1 alpha-2, in capital letters
 */
public record CountryCode(String code) implements NetworkAsset {
  /** The one country whose top-level domain is not its code (IANA root zone). */
  private static final String UNITED_KINGDOM = "GB";

  public CountryCode {
    if (!code.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country is two letters (ISO 3166-1 alpha-2)");
    }
  }

  /**
   * Reads a country's code or its top-level domain, such as {@code FR} or {@code .fr}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static CountryCode parse(String text) {
    String code = (text.startsWith(".") ? text.substring(1) : text).toUpperCase(Locale.ROOT);
    return new CountryCode(code.equals("UK") ? UNITED_KINGDOM : code);
  }

  /** Its top-level domain, without the dot; internationalised ones are assets of their own. */
  public String topLevelDomain() {
    return code.equals(UNITED_KINGDOM) ? "uk" : code.toLowerCase(Locale.ROOT);
  }

  @Override
  public String text() {
    return code;
  }
}
