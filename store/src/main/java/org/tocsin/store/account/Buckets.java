package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/** Sums over groups of documents, a page of groups at a time. */
final class Buckets {
  private static final int AT_ONCE = 2_000;
  private static final String GROUPS = "groups";

  private final Cluster cluster;

  Buckets(Cluster cluster) {
    this.cluster = cluster;
  }

  /** One group: the values it stands for, and its sums. */
  record Bucket(Map<String, FieldValue> key, Map<String, Long> sums) {
    String text(String name) {
      FieldValue value = key.get(name);
      return value == null ? "" : value.stringValue();
    }

    Instant time(String name) {
      FieldValue value = key.get(name);
      return value == null ? Instant.EPOCH : Instant.ofEpochMilli(value.longValue());
    }
  }

  /** A value that documents are grouped by. */
  record By(String name, CompositeAggregationSource source) {
    static By value(String field) {
      return new By(
          field, CompositeAggregationSource.of(by -> by.terms(terms -> terms.field(field))));
    }

    static By hour(String field) {
      return new By(
          "hour",
          CompositeAggregationSource.of(by ->
              by.dateHistogram(
                  hours -> hours.field(field).fixedInterval(interval -> interval.time("1h")))));
    }

    NamedValue<CompositeAggregationSource> named() {
      return NamedValue.of(name, source);
    }
  }

  /** Hands each group of the documents that meet the conditions to the taker. */
  void each(
      Where where, List<Query> conditions, List<By> by, List<String> sums, Consumer<Bucket> taker) {
    Map<String, FieldValue> after = Map.of();
    List<CompositeBucket> buckets;
    do {
      CompositeAggregate page = page(where, conditions, by, sums, after);
      buckets = page.buckets().array();
      buckets.forEach(bucket -> taker.accept(read(bucket)));
      after = page.afterKey();
    } while (buckets.size() == AT_ONCE);
  }

  private CompositeAggregate page(
      Where where,
      List<Query> conditions,
      List<By> by,
      List<String> sums,
      Map<String, FieldValue> after) {
    Map<String, Aggregation> metrics = new HashMap<>();
    sums.forEach(
        field -> metrics.put(field, Aggregation.of(metric -> metric.sum(sum -> sum.field(field)))));
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .size(0)
            .query(Filters.allOf(conditions))
            .allowPartialSearchResults(false)
            .aggregations(
                GROUPS,
                groups ->
                    groups
                        .composite(composite -> {
                          composite.size(AT_ONCE).sources(by.stream().map(By::named).toList());
                          return after.isEmpty() ? composite : composite.after(after);
                        })
                        .aggregations(metrics));
    where.in(request);
    SearchRequest built = request.build();
    Aggregate groups =
        cluster
            .ask("adding up", () -> cluster.client().search(built, ObjectNode.class))
            .aggregations()
            .get(GROUPS);
    return Objects.requireNonNull(groups).composite();
  }

  private static Bucket read(CompositeBucket bucket) {
    Map<String, Long> sums = new HashMap<>();
    bucket
        .aggregations()
        .forEach((name, metric) -> {
          Double value = metric.sum().value();
          sums.put(name, value == null ? 0L : Math.round(value));
        });
    return new Bucket(bucket.key(), sums);
  }
}
