package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.Observations;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Finds observations in Elasticsearch. */
public final class ElasticsearchObservations implements Observations {
  private final Cluster cluster;
  private final String alias;
  private final Pages pages;

  /** Observations of that cluster. */
  public ElasticsearchObservations(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.alias = names.alias(View.OBSERVATIONS);
    this.pages = new Pages(cluster);
  }

  @Override
  public Page<StoredObservation> search(
      ObservationQuery query, SharingFilter filter, Instant horizon) {
    Kind kind =
        switch (query.order()) {
          case ADDED -> Kind.OBSERVATIONS_ADDED;
          case NEWEST -> Kind.OBSERVATIONS_NEWEST;
        };
    Cursor cursor = Cursor.read(kind, query.cursor());
    int limit = Conditions.limit(query.limit());
    List<Query> conditions = new ArrayList<>(Conditions.of(query));
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), cursor.text(), false);
    }
    conditions.addAll(Sharing.ofKnowledge(filter));
    return pages.page(
        new Pages.Source<>(alias, conditions, ElasticsearchObservations::read),
        cursor,
        horizon,
        limit);
  }

  @Override
  public Optional<StoredObservation> find(UUID id, SharingFilter filter) {
    return cluster
        .ask(
            "finding an observation",
            () ->
                cluster
                    .client()
                    .search(
                        request ->
                            request
                                .index(alias)
                                .allowPartialSearchResults(false)
                                .query(query -> query.ids(ids -> ids.values(id.toString()))),
                        ObjectNode.class)
                    .hits()
                    .hits())
        .stream()
        .map(Hit::source)
        .filter(source -> source != null)
        .map(ObservationDocument::read)
        .filter(document -> filter.admits(document.marked()))
        .map(ObservationDocument::stored)
        .findFirst();
  }

  private static StoredObservation read(ObjectNode source) {
    return ObservationDocument.read(source).stored();
  }
}
