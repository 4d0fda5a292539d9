package org.tocsin.formats.sco;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fingerprint of a TLS client (JA3) or server (JA3S): an MD5. STIX has no property for it; it
 * stays a field of the observation.
 *
 * @param value 32 hexadecimal digits, in small letters
 */
public record Ja3(String value) {
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  /** Reads a fingerprint; empty where it is none. */
  public static Optional<Ja3> parse(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return MD5.matcher(digits).matches() ? Optional.of(new Ja3(digits)) : Optional.empty();
  }
}
