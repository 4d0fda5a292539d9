package org.tocsin.store.document;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.JsonNode;

/**
 * The texts of an object that a search for words looks into: what people wrote, not ids, times and
 * payloads. Each text once, long ones clipped, and no more in all than is worth the room.
 */
final class Words {
  private static final int LONGEST_TEXT = 4_096;
  private static final int MOST_CHARACTERS = 32_768;

  /** Properties that hold no words, and those that are found exactly anyway. */
  private static final Set<String> WORDLESS =
      Set.of(
          "type",
          "id",
          "spec_version",
          "created",
          "modified",
          "first_observed",
          "last_observed",
          "valid_from",
          "valid_until",
          "extension_type",
          "hashes",
          "payload_bin",
          "object_refs",
          "object_marking_refs",
          "granular_markings",
          "pattern_version",
          "lang");

  /** Types whose value is a facet of its own. */
  private static final Set<String> EXACT =
      Set.of("ipv4-addr", "ipv6-addr", "domain-name", "url", "email-addr");

  private final Set<String> texts = new LinkedHashSet<>();
  private int characters;

  private Words() {}

  /** The texts of those objects. */
  static Collection<String> of(List<StixObject> objects) {
    Words words = new Words();
    objects.forEach(words::take);
    return words.texts;
  }

  private void take(StixObject object) {
    for (Map.Entry<String, JsonNode> property : object.json().properties()) {
      boolean exact = property.getKey().equals("value") && EXACT.contains(object.type());
      if (!exact && isWordy(property.getKey())) {
        take(property.getValue());
      }
    }
  }

  private void take(JsonNode value) {
    if (value.isString()) {
      add(value.stringValue());
    } else if (value.isArray()) {
      value.forEach(this::take);
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> property : value.properties()) {
        if (isWordy(property.getKey())) {
          take(property.getValue());
        }
      }
    }
  }

  private static boolean isWordy(String property) {
    return !WORDLESS.contains(property)
        && !property.endsWith("_ref")
        && !property.endsWith("_refs")
        && !property.equals(TocsinExtension.COUNTRIES);
  }

  private void add(String text) {
    if (text.isBlank() || characters >= MOST_CHARACTERS) {
      return;
    }
    String clipped = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    if (texts.add(clipped)) {
      characters += clipped.length();
    }
  }
}
