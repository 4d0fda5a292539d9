package org.tocsin.model.directory;

/**
 * An autonomous system.
 *
 * @param number 0 to 4,294,967,295 (RFC 6793)
 */
public record Asn(long number) implements NetworkAsset {
  private static final long LAST = 4_294_967_295L;
  private static final int MOST_DIGITS = 10;

  public Asn {
    if (number < 0 || number > LAST) {
      throw bad();
    }
  }

  /**
   * Reads {@code AS64496} (RFC 5396, asplain), the letters in any case.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Asn parse(String text) {
    if (!text.matches("(?i)AS[0-9]{1," + MOST_DIGITS + "}")) {
      throw bad();
    }
    return new Asn(Long.parseLong(text.substring(2)));
  }

  @Override
  public String text() {
    return "AS" + number;
  }

  private static IllegalArgumentException bad() {
    return new IllegalArgumentException("an autonomous system is AS0 to AS" + LAST);
  }
}
