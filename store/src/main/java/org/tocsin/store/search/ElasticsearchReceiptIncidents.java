package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.Incidents;
import org.tocsin.store.ReceiptIncidents;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Finds the incidents of a submission by what became of its raw records. */
public final class ElasticsearchReceiptIncidents implements ReceiptIncidents {
  private static final String INCIDENTS = "incidents";

  /** More than are shown, since a reader may not see all of them. */
  private static final int LOOKED_AT = 1_000;

  private final Cluster cluster;
  private final String outcomes;
  private final Incidents incidents;

  /** Of submissions of that cluster. */
  public ElasticsearchReceiptIncidents(Cluster cluster, Names names, Incidents incidents) {
    this.cluster = cluster;
    this.outcomes = names.alias(View.OUTCOMES);
    this.incidents = incidents;
  }

  @Override
  public List<StoredIncident> of(UUID receipt, SharingFilter filter) {
    if (Sharing.admitsNothing(filter)) {
      return List.of();
    }
    return incidents.now(ids(receipt), filter).values().stream().limit(MOST).toList();
  }

  private List<UUID> ids(UUID receipt) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(outcomes)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .query(Filters.is("receipt", receipt.toString()))
                .aggregations(
                    INCIDENTS,
                    Aggregation.of(
                        any -> any.terms(terms -> terms.field(INCIDENTS).size(LOOKED_AT)))));
    @Nullable Aggregate found =
        cluster
            .ask(
                "looking for incidents of a submission",
                () -> cluster.client().search(request, ObjectNode.class))
            .aggregations()
            .get(INCIDENTS);
    return found == null || !found.isSterms()
        ? List.of()
        : found.sterms().buckets().array().stream()
            .map(bucket -> UUID.fromString(bucket.key().stringValue()))
            .toList();
  }
}
