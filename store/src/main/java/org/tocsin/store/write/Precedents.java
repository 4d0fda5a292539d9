package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.Names;
import org.tocsin.store.write.Form.OfObservation;

/**
 * The documents of the generation that a rebuild replaces. A fact that has one takes over its slot
 * and the time it became visible, whichever fact of the same content comes first in the rebuild, so
 * that every receipt keeps its account and every reader's cursor stays good.
 */
final class Precedents {
  private final Documents documents;
  private final Layouts before;

  Precedents(Documents documents, Layouts before) {
    this.documents = documents;
    this.before = before;
  }

  /** Gives each draft the document of its id, where there is one. */
  void hand(List<Draft> drafts) {
    Layout layout = before.now();
    List<Key> keys = new ArrayList<>();
    drafts.forEach(draft -> keys.addAll(places(draft, layout)));
    Map<Key, Found> found = documents.heads(keys);
    for (Draft draft : drafts) {
      places(draft, layout).stream()
          .map(found::get)
          .filter(document -> document != null)
          .findFirst()
          .ifPresent(document -> draft.follow(document.source()));
    }
  }

  /** An observation may be in the undated index although its month has one by now. */
  private static List<Key> places(Draft draft, Layout layout) {
    Set<String> indices = new TreeSet<>(Set.of(draft.form().index(layout)));
    if (draft.form() instanceof OfObservation) {
      indices.add(layout.observations(Names.UNDATED));
    }
    return indices.stream().map(index -> new Key(index, draft.form().id())).toList();
  }
}
