package org.tocsin.model.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one {@code observed-data} says was observed, once or several times.
 *
 * @param id the id of the {@code observed-data}
 * @param first when it was observed at the earliest
 * @param last when it was observed at the latest, not before {@code first}
 * @param number how often, 1 or more
 * @param objects the objects that were observed
 * @param known every object that a reference may point to, by id
 */
public record Observed(
    String id,
    Instant first,
    Instant last,
    int number,
    List<ObjectNode> objects,
    Map<String, ObjectNode> known) {
  /** Keeps what is given. */
  public Observed {
    if (last.isBefore(first) || number < 1) {
      throw new IllegalArgumentException("observed at no time");
    }
    objects = List.copyOf(objects);
    known = Map.copyOf(known);
  }

  /**
   * Reads an {@code observed-data}; empty where it says no time.
   *
   * @param around the objects that came with it
   */
  public static Optional<Observed> of(StixObject observedData, List<StixObject> around) {
    Optional<Instant> first = observedData.text("first_observed").flatMap(StixTime::parse);
    Optional<Instant> last = observedData.text("last_observed").flatMap(StixTime::parse);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, ObjectNode> known = new HashMap<>();
    around.forEach(object -> known.put(object.id(), object.json()));
    List<ObjectNode> objects = new ArrayList<>();
    for (String ref : observedData.texts("object_refs")) {
      ObjectNode object = known.get(ref);
      if (object != null) {
        objects.add(object);
      }
    }
    JsonNode within = observedData.json().path("objects");
    for (String key : within.propertyNames()) {
      if (within.get(key) instanceof ObjectNode object) {
        known.put(key, object);
        objects.add(object);
      }
    }
    Instant end = last.filter(at -> !at.isBefore(first.get())).orElse(first.get());
    int number = Math.max(1, observedData.json().path("number_observed").asInt(1));
    return Optional.of(new Observed(observedData.id(), first.get(), end, number, objects, known));
  }
}
