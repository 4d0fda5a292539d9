package org.tocsin.formats.stix20;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Markings of TLP 1.0: STIX 2.1 section 7.2.1.4 allows its four definitions only as they stand
 * there.
 */
final class FormerMarking {
  private static final Map<String, String> IDS =
      Map.of(
          "white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
          "amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
          "red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

  private FormerMarking() {}

  /**
   * Makes it the definition STIX 2.1 knows.
   *
   * @param replaced takes the id it had, with the one it has now
   */
  static void upgrade(ObjectNode marking, Map<String, String> replaced) {
    String level = marking.path("definition").path("tlp").asString("").toLowerCase(Locale.ROOT);
    String id = IDS.get(level);
    if (id == null || !marking.path("definition_type").asString("").equals("tlp")) {
      return;
    }
    replaced.put(marking.path("id").asString(""), id);
    marking.removeAll();
    marking
        .put("type", "marking-definition")
        .put("spec_version", "2.1")
        .put("id", id)
        .put("created", "2017-01-20T00:00:00.000Z")
        .put("definition_type", "tlp")
        .put("name", "TLP:" + level.toUpperCase(Locale.ROOT))
        .putObject("definition")
        .put("tlp", level);
  }
}
