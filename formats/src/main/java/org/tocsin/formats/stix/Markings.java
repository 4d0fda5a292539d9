package org.tocsin.formats.stix;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * What the markings of an object say about its sharing (STIX 2.1 section 7.2). Whatever is not
 * understood is RED: an unknown marking, one of another scheme, one that is not there.
 */
final class Markings {
  /** The extension that carries TLP 2.0, as OASIS published it. */
  private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  /** By id: the level a definition stands for, empty where it says nothing about sharing. */
  private final Map<String, Optional<Tlp>> definitions = new HashMap<>();

  /** Learns of a marking definition; of two with one id the stricter counts. */
  void define(StixObject definition) {
    definitions.merge(definition.id(), meaning(definition.json()), Markings::stricter);
  }

  /** The strictest level among the object's markings, whole or granular; null where it has none. */
  @Nullable Tlp levelOf(StixObject object) {
    Tlp level = null;
    for (JsonNode reference : object.json().path("object_marking_refs")) {
      level = stricter(level, reference);
    }
    for (JsonNode granular : object.json().path("granular_markings")) {
      if (granular.has("marking_ref")) {
        level = stricter(level, granular.get("marking_ref"));
      }
    }
    return level;
  }

  private @Nullable Tlp stricter(@Nullable Tlp level, JsonNode reference) {
    Optional<Tlp> marking = meaningOf(reference.asString(""));
    if (marking.isEmpty()) {
      return level;
    }
    return level == null ? marking.get() : Tlp.stricter(level, marking.get());
  }

  private Optional<Tlp> meaningOf(String id) {
    Optional<Tlp> wellKnown = Tlp.ofMarking(id);
    return wellKnown.isPresent() ? wellKnown : definitions.getOrDefault(id, Optional.of(Tlp.RED));
  }

  private static Optional<Tlp> stricter(Optional<Tlp> one, Optional<Tlp> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return Optional.of(Tlp.stricter(one.get(), other.get()));
  }

  private static Optional<Tlp> meaning(JsonNode definition) {
    Optional<Tlp> meaning =
        switch (definition.path("definition_type").asString("")) {
          case "statement" -> Optional.empty();
          case "tlp" -> level(definition.path("definition").path("tlp"));
          case "" -> definition.has("extensions") ? Optional.empty() : Optional.of(Tlp.RED);
          default -> Optional.of(Tlp.RED);
        };
    for (Entry<String, JsonNode> extension : definition.path("extensions").properties()) {
      boolean tlp = extension.getKey().equals(TLP_2);
      meaning =
          stricter(
              meaning, tlp ? level(extension.getValue().path("tlp_2_0")) : Optional.of(Tlp.RED));
    }
    return meaning;
  }

  private static Optional<Tlp> level(JsonNode text) {
    return Optional.of(Tlp.parse(text.asString("")).orElse(Tlp.RED));
  }
}
