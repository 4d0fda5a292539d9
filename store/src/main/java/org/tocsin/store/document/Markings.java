package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts into an observed-data what its header says, where a duplicate has changed it. */
final class Markings {
  private static final String REFS = "object_marking_refs";
  private static final String MODIFIED = "modified";

  private Markings() {}

  /** The objects with the level and time of change of that header in the first of them. */
  static List<StixObject> apply(Header header, List<StixObject> objects) {
    StixObject first = objects.getFirst();
    Instant revisedAt = header.revisedAt();
    boolean older = revisedAt != null && first.modified().filter(revisedAt::isAfter).isPresent();
    if (!older && marked(first, header.tlp())) {
      return objects;
    }
    ObjectNode json = first.json().deepCopy();
    mark(json, first, header.tlp());
    if (older && revisedAt != null) {
      json.put(
          MODIFIED,
          StixTime.millis(revisedAt)); // STIX 2.1 section 3.6.1: a change is a new version
    }
    List<StixObject> changed = new ArrayList<>(objects);
    changed.set(0, new StixObject(json));
    return changed;
  }

  private static boolean marked(StixObject object, Tlp tlp) {
    return object.markingRefs().stream()
        .flatMap(ref -> Tlp.ofMarking(ref).stream())
        .toList()
        .equals(List.of(tlp));
  }

  /** STIX 2.1 section 7.2.2; markings that are no TLP stay. */
  private static void mark(ObjectNode json, StixObject object, Tlp tlp) {
    ArrayNode refs = json.putArray(REFS).add(tlp.markingId());
    object.markingRefs().stream().filter(ref -> Tlp.ofMarking(ref).isEmpty()).forEach(refs::add);
  }
}
