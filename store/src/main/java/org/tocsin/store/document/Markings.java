package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into objects how far they may travel by now. Into an observed-data also when it was made: a
 * duplicate may have changed the level, and may come from a submission that was opened at another
 * time than the one the record was first in.
 */
public final class Markings {
  private static final String REFS = "object_marking_refs";
  private static final String CREATED = "created";
  private static final String MODIFIED = "modified";

  private Markings() {}

  /** The objects with the level and the times of that header in the first of them. */
  static List<StixObject> apply(Header header, List<StixObject> objects) {
    StixObject first = objects.getFirst();
    String created = StixTime.millis(header.collectedAt());
    String modified = StixTime.millis(modified(header));
    if (marked(first, header.tlp())
        && first.text(CREATED).filter(created::equals).isPresent()
        && first.text(MODIFIED).filter(modified::equals).isPresent()) {
      return objects;
    }
    ObjectNode json = first.json().deepCopy();
    mark(json, first, header.tlp());
    json.put(CREATED, created).put(MODIFIED, modified);
    List<StixObject> changed = new ArrayList<>(objects);
    changed.set(0, new StixObject(json));
    return changed;
  }

  /**
   * The objects with none marked looser than that; the very same list where none is. What carries
   * no level gets none.
   */
  public static List<StixObject> raised(List<StixObject> objects, Tlp level) {
    if (objects.stream().noneMatch(object -> isLooser(object, level))) {
      return objects;
    }
    List<StixObject> raised = new ArrayList<>();
    for (StixObject object : objects) {
      if (isLooser(object, level)) {
        ObjectNode json = object.json().deepCopy();
        mark(json, object, level);
        raised.add(new StixObject(json));
      } else {
        raised.add(object);
      }
    }
    return raised;
  }

  private static boolean isLooser(StixObject object, Tlp level) {
    return object.markingRefs().stream()
        .flatMap(ref -> Tlp.ofMarking(ref).stream())
        .reduce(Tlp::stricter)
        .filter(own -> own.compareTo(level) < 0)
        .isPresent();
  }

  /** STIX 2.1 section 3.6: {@code created} stays for ever, a change is a new version. */
  private static Instant modified(Header header) {
    Instant revisedAt = header.revisedAt();
    return revisedAt != null && revisedAt.isAfter(header.collectedAt())
        ? revisedAt
        : header.collectedAt();
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
