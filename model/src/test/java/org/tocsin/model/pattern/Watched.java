package org.tocsin.model.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.ObjectNode;

/** Observations for tests, in one line each. */
final class Watched {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Watched() {}

  /** The objects are JSON with ' for "; all of them are observed. */
  static Observed at(int second, String... objects) {
    return between(second, second, 1, objects);
  }

  static Observed between(int first, int last, int number, String... objects) {
    List<StixObject> around = new ArrayList<>();
    ObjectNode data = json("{'type': 'observed-data', 'object_refs': []}");
    for (String object : objects) {
      ObjectNode json = json(object);
      if (!json.has("id")) {
        json.put("id", json.path("type").asString() + "--" + around.size());
      }
      data.withArray("object_refs").add(json.path("id").asString());
      around.add(new StixObject(json));
    }
    data.put("id", "observed-data--" + first + "-" + last + "-" + List.of(objects));
    data.put("first_observed", START.plusSeconds(first).toString());
    data.put("last_observed", START.plusSeconds(last).toString());
    data.put("number_observed", number);
    return Observed.of(new StixObject(data), around).orElseThrow();
  }

  static ObjectNode json(String text) {
    return (ObjectNode) StixJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  static Matches find(String pattern, Observed... observations) {
    return Matching.of(Pattern.parse(pattern)).find(List.of(observations), Matching.USUAL_STEPS);
  }
}
