package org.tocsin.store.write;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/** Finds the incidents that versions of objects belong to. */
final class VersionIncidents {
  private static final String INCIDENT = "incident";
  private static final int AT_ONCE = 1_000;

  private final Cluster cluster;

  VersionIncidents(Cluster cluster) {
    this.cluster = cluster;
  }

  Set<UUID> of(String index, Collection<String> objects) {
    Set<UUID> incidents = new HashSet<>();
    Map<String, FieldValue> after = Map.of();
    do {
      CompositeAggregate page = page(index, objects, after);
      page.buckets().array().stream()
          .map(bucket -> bucket.key().get(INCIDENT))
          .filter(Objects::nonNull)
          .forEach(id -> incidents.add(UUID.fromString(id.stringValue())));
      after = page.afterKey();
    } while (!after.isEmpty());
    return incidents;
  }

  private CompositeAggregate page(
      String index, Collection<String> objects, Map<String, FieldValue> after) {
    Aggregation incidents =
        Aggregation.of(any ->
            any.composite(all -> {
              all.size(AT_ONCE)
                  .sources(
                      List.of(
                          NamedValue.of(
                              INCIDENT,
                              CompositeAggregationSource.of(
                                  source -> source.terms(terms -> terms.field(INCIDENT))))));
              return after.isEmpty() ? all : all.after(after);
            }));
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(index)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .query(Filters.allOf(List.of(Filters.isOneOf("stix_id", objects))))
                .aggregations(INCIDENT, incidents));
    @Nullable Aggregate found =
        cluster
            .ask(
                "looking for incidents of versions",
                () -> cluster.client().search(request, ObjectNode.class))
            .aggregations()
            .get(INCIDENT);
    if (found == null) {
      throw new IllegalStateException("an answer without its aggregation");
    }
    return found.composite();
  }
}
