package org.tocsin.formats.sco;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a vulnerability after the rules of the CVE Program. STIX has no observable for it: a
 * {@code vulnerability} carries it as its name and external reference, an observation as a field.
 *
 * @param value the id in capitals, such as {@code CVE-2026-12345}
 */
public record CveId(String value) {
  private static final Pattern ID = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

  /** Reads an id, in small letters or capitals; empty where it is none. */
  public static Optional<CveId> parse(String text) {
    String id = text.strip().toUpperCase(Locale.ROOT);
    return ID.matcher(id).matches() ? Optional.of(new CveId(id)) : Optional.empty();
  }
}
