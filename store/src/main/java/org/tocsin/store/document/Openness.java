package org.tocsin.store.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;

/**
 * What of a document's objects everybody who may see the document can find it by, and what only
 * those can who see it whole. The latter lies under {@code private}, which no other search asks.
 *
 * @param all the objects
 * @param open those without what is personal
 */
record Openness(List<StixObject> all, List<StixObject> open) {
  static Openness of(List<StixObject> objects) {
    return new Openness(objects, Redaction.of(objects));
  }

  /** Writes the words, what is personal, and whether all of it is. */
  void write(JsonText json) {
    Collection<String> words = Words.of(open);
    json.texts("text", words);
    if (open != all) {
      Set<String> personal = new LinkedHashSet<>(Words.of(all));
      personal.removeAll(words);
      json.object(
          "private",
          () -> {
            json.texts("text", personal);
            new Facets(taken()).writePersonal(json);
          });
      if (Redaction.takesAll(all)) {
        json.truth("personal", true);
      }
    }
  }

  private List<StixObject> taken() {
    Set<String> left = new LinkedHashSet<>();
    open.forEach(object -> left.add(object.id()));
    List<StixObject> taken = new ArrayList<>(all);
    taken.removeIf(object -> left.contains(object.id()));
    return taken;
  }
}
