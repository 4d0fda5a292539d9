package org.tocsin.formats.misp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of another detection language, which is a pattern as it stands (STIX 2.1 section 10.18).
 *
 * @param type its language, as STIX calls it
 */
record Rules(String type) {
  private static final Map<String, String> LANGUAGES =
      Map.of("yara", "yara", "sigma", "sigma", "snort", "snort", "suricata", "suricata");

  /** The language of an attribute's value; null where it is no rule. */
  static @Nullable Rules of(Attribute attribute) {
    String language = LANGUAGES.get(attribute.type());
    return language == null ? null : new Rules(language);
  }
}
