package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.Exchanges;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Finds exchanges of mails by the ids that their observations are found by. */
public final class ElasticsearchExchanges implements Exchanges {
  private static final String INCIDENT = "incident";

  private final Cluster cluster;
  private final String observations;

  /** Those of that cluster. */
  public ElasticsearchExchanges(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.observations = names.alias(View.OBSERVATIONS);
  }

  @Override
  public Set<UUID> naming(Collection<String> mails) {
    if (mails.isEmpty()) {
      return Set.of();
    }
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(observations)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .query(Filters.isOneOf("mails", mails))
                .aggregations(
                    INCIDENT,
                    Aggregation.of(any -> any.terms(terms -> terms.field(INCIDENT).size(MOST)))));
    @Nullable Aggregate found =
        cluster
            .ask(
                "looking for exchanges of mails",
                () -> cluster.client().search(request, ObjectNode.class))
            .aggregations()
            .get(INCIDENT);
    return found == null || !found.isSterms()
        ? Set.of()
        : found.sterms().buckets().array().stream()
            .map(bucket -> UUID.fromString(bucket.key().stringValue()))
            .collect(Collectors.toUnmodifiableSet());
  }
}
