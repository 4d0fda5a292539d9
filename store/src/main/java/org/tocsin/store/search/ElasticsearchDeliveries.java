package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tocsin.model.delivery.DeliveryState;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.KeptDelivery;
import org.tocsin.store.Page;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.DeliveryDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Finds deliveries in Elasticsearch. A cursor is the id of the last one. */
public final class ElasticsearchDeliveries implements Deliveries {
  private final Cluster cluster;
  private final Documents documents;
  private final String alias;

  /** Those of that cluster. */
  public ElasticsearchDeliveries(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.documents = new Documents(cluster);
    this.alias = names.alias(View.DELIVERIES);
  }

  @Override
  public Map<UUID, KeptDelivery> now(Collection<UUID> ids) {
    Map<UUID, KeptDelivery> now = new HashMap<>();
    documents
        .heads(ids.stream().map(id -> new Key(alias, id.toString())).toList())
        .values()
        .forEach(found -> {
          KeptDelivery kept = DeliveryDocument.read(found.source());
          now.put(kept.delivery().id(), kept);
        });
    return now;
  }

  @Override
  public Page<KeptDelivery> search(DeliveryQuery query) {
    return page(query, Conditions.limit(query.limit()));
  }

  private Page<KeptDelivery> page(DeliveryQuery query, int limit) {
    SearchRequest request = request(query, limit + 1);
    try {
      List<KeptDelivery> found =
          cluster
              .ask(
                  "searching deliveries",
                  () -> cluster.client().search(request, ObjectNode.class).hits().hits())
              .stream()
              .map(Hit::source)
              .map(source -> DeliveryDocument.read(Objects.requireNonNull(source, "source")))
              .toList();
      List<KeptDelivery> items = found.subList(0, Math.min(limit, found.size()));
      String cursor = items.isEmpty() ? after(query) : items.getLast().delivery().id().toString();
      return new Page<>(items, cursor, found.size() > limit);
    } catch (AnswerTooLongException e) {
      if (limit == 1) {
        throw e;
      }
      return page(query, limit / 2);
    }
  }

  private SearchRequest request(DeliveryQuery query, int size) {
    String after = after(query);
    return SearchRequest.of(search ->
        search
            .index(alias)
            .size(size)
            .query(Filters.allOf(conditions(query)))
            .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
            .searchAfter(FieldValue.of(after))
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false));
  }

  private static String after(DeliveryQuery query) {
    String cursor = query.cursor();
    try {
      return cursor == null ? "" : UUID.fromString(cursor).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("cursor: not one that was handed out here", e);
    }
  }

  private static List<Query> conditions(DeliveryQuery query) {
    List<Query> conditions = new ArrayList<>();
    if (query.warning() != null) {
      conditions.add(Filters.is("warning", query.warning().toString()));
    }
    if (query.recipient() != null) {
      conditions.add(Filters.is("recipient", query.recipient()));
    }
    if (!query.states().isEmpty()) {
      conditions.add(
          Filters.isOneOf("state", query.states().stream().map(DeliveryState::key).toList()));
    }
    if (!query.partitions().isEmpty()) {
      conditions.add(
          Filters.isOneOfNumbers(
              "partition", query.partitions().stream().map(Integer::longValue).toList()));
    }
    return conditions;
  }
}
