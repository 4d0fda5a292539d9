package org.tocsin.store.write;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.model.incident.Incident;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/** Finds the incidents that observations were moved into. */
final class Moves {
  private static final int MOST = 10_000;

  private final Cluster cluster;

  Moves(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Those, as far as searches see them, that hold what was moved out of some. */
  Set<UUID> into(String index, Collection<Incident> left) {
    List<String> moved =
        left.stream()
            .flatMap(incident -> incident.excluded().stream())
            .distinct()
            .map(UUID::toString)
            .toList();
    if (moved.isEmpty()) {
      return Set.of();
    }
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(index)
                .size(MOST)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .source(none -> none.fetch(false))
                .query(Filters.isOneOf("included", moved)));
    return cluster
        .ask(
            "looking where observations were moved",
            () -> cluster.client().search(request, ObjectNode.class).hits().hits())
        .stream()
        .map(Hit::id)
        .map(id -> UUID.fromString(Objects.requireNonNull(id)))
        .collect(Collectors.toSet());
  }
}
