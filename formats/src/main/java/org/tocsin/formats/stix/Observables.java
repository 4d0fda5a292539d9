package org.tocsin.formats.stix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;

/**
 * The observables a raw record holds or repeats, to be found by those that refer to them. An
 * observable many refer to is repeated with each of them, so what is repeated has a limit for the
 * raw record as a whole; beyond it an observation goes without (the observable itself is kept as an
 * object anyway).
 */
final class Observables {
  private static final int MAX_FOR_ONE = 1_000;
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private record Known(StixObject object, int length) {}

  private final Map<String, Known> known = new HashMap<>();
  private long left = MAX_BYTES;

  /** Learns of a valid observable; of two with one id the first counts. */
  void add(StixObject object, int length) {
    known.putIfAbsent(object.id(), new Known(object, length));
  }

  /** The observables an observed-data refers to, and those they refer to, each once, in order. */
  List<StixObject> referredToBy(StixObject observedData) {
    Map<String, StixObject> found = new LinkedHashMap<>();
    List<StixObject> open = new ArrayList<>();
    observedData.texts("object_refs").forEach(id -> find(id, found, open));
    for (int i = 0; i < open.size(); i++) {
      followAll(open.get(i).json(), found, open);
    }
    return List.copyOf(found.values());
  }

  /** References are properties that end in _ref or _refs (STIX 2.1 section 2.9), at any depth. */
  private void followAll(JsonNode node, Map<String, StixObject> found, List<StixObject> open) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      JsonNode value = property.getValue();
      if (property.getKey().endsWith("_ref") && value.isString()) {
        find(value.stringValue(), found, open);
      } else if (property.getKey().endsWith("_refs") && value.isArray()) {
        value.forEach(id -> find(id.asString(""), found, open));
      } else if (value.isObject()) {
        followAll(value, found, open);
      } else if (value.isArray()) {
        value.forEach(item -> followAll(item, found, open));
      }
    }
  }

  private void find(String id, Map<String, StixObject> found, List<StixObject> open) {
    @Nullable Known observable = known.get(id);
    if (observable == null || found.size() >= MAX_FOR_ONE || observable.length() > left) {
      return;
    }
    if (found.putIfAbsent(id, observable.object()) == null) {
      left -= observable.length();
      open.add(observable.object());
    }
  }
}
