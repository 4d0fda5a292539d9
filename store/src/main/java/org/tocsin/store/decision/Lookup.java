package org.tocsin.store.decision;

import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.DecisionDocument;
import org.tocsin.store.document.EntityDocument;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Gets decisions and entities by their ids, as they are now, out of one generation. */
public final class Lookup {
  private static final int AT_ONCE = 500;

  private final Cluster cluster;
  private final Function<View, String> place;

  /**
   * A lookup.
   *
   * @param place the index, or an alias of one index, a view is in
   */
  public Lookup(Cluster cluster, Function<View, String> place) {
    this.cluster = cluster;
    this.place = place;
  }

  /** What became of those commands, as far as anything has. */
  public Map<UUID, Decision> decisions(Collection<UUID> commands) {
    Map<UUID, Decision> found = new HashMap<>();
    List<String> ids = commands.stream().map(UUID::toString).distinct().toList();
    for (ObjectNode source : sources(View.DECISIONS, ids)) {
      Decision decision = DecisionDocument.read(source);
      found.put(decision.made().command().id(), decision);
    }
    return found;
  }

  /** Those entities that are there. */
  public Map<EntityRef, Revision> entities(Collection<EntityRef> refs) {
    Map<EntityKind, List<String>> ids = new EnumMap<>(EntityKind.class);
    refs.stream()
        .distinct()
        .forEach(ref -> ids.computeIfAbsent(ref.kind(), any -> new ArrayList<>()).add(ref.id()));
    Map<EntityRef, Revision> found = new HashMap<>();
    ids.forEach((kind, some) ->
        sources(View.of(kind), some).stream()
            .filter(source -> source.path("state").isObject())
            .map(source -> EntityDocument.read(kind, source))
            .forEach(revision -> found.put(revision.entity(), revision)));
    return found;
  }

  private List<ObjectNode> sources(View view, List<String> ids) {
    List<ObjectNode> sources = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      sources.addAll(cluster.ask("reading " + view.key(), () -> get(place.apply(view), some)));
    }
    return sources;
  }

  private List<ObjectNode> get(String index, List<String> ids) throws IOException {
    List<ObjectNode> sources = new ArrayList<>(ids.size());
    for (MultiGetResponseItem<ObjectNode> item :
        cluster.client().mget(request -> request.index(index).ids(ids), ObjectNode.class).docs()) {
      if (item.isFailure()) {
        throw new IOException("a document could not be read: " + item.failure().error().type());
      }
      ObjectNode source = item.result().source();
      if (source != null) {
        sources.add(source);
      }
    }
    return sources;
  }
}
