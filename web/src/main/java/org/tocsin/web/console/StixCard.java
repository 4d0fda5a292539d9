package org.tocsin.web.console;

import java.util.List;
import org.tocsin.model.stix.StixObject;

/**
 * A STIX object as pages show it.
 *
 * @param type its type
 * @param id its id
 * @param summary what it is known by; empty where nothing says
 * @param json its JSON, indented
 */
record StixCard(String type, String id, String summary, List<JsonText.Part> json) {
  private static final List<String> KNOWN_BY =
      List.of("name", "value", "number", "pattern", "abstract");

  static StixCard of(StixObject object) {
    String summary =
        KNOWN_BY.stream()
            .map(property -> object.json().path(property).asString(""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new StixCard(object.type(), object.id(), summary, JsonText.of(object.json()));
  }
}
