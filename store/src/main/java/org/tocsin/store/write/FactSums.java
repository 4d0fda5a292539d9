package org.tocsin.store.write;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds up what is observed of incidents, from the observations searches see. Times are those that
 * are indexed: between 1970 and 2262, in milliseconds.
 */
final class FactSums {
  private static final String INCIDENT = "incident";
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final String PROVIDERS = "providers";
  private static final String LEVELS = "levels";

  /** Incidents of one query: with all their providers they stay below what one answer may hold. */
  static final int AT_ONCE = 60;

  private static final int MOST_PROVIDERS = 1_000;

  private static final Map<String, Aggregation> SUMS =
      Map.of(
          FIRST, Aggregation.of(any -> any.min(min -> min.field("observed_at"))),
          LAST, Aggregation.of(any -> any.max(max -> max.field("observed_at"))),
          PROVIDERS, terms("provider", MOST_PROVIDERS),
          LEVELS, terms("tlp", Tlp.values().length));

  private final Cluster cluster;

  FactSums(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Of each of at most {@link #AT_ONCE} episodes; one without observations is missing. */
  Map<UUID, IncidentFacts> ofEpisodes(String indices, Collection<UUID> episodes) {
    List<String> ids = episodes.stream().map(UUID::toString).toList();
    Aggregation each =
        Aggregation.of(
            any -> any.terms(terms -> terms.field(INCIDENT).size(ids.size())).aggregations(SUMS));
    SearchResponse<ObjectNode> answer =
        ask(indices, Filters.isOneOf(INCIDENT, ids), Map.of(INCIDENT, each));
    Map<UUID, IncidentFacts> facts = new HashMap<>();
    for (StringTermsBucket bucket : buckets(answer.aggregations(), INCIDENT)) {
      facts.put(
          UUID.fromString(bucket.key().stringValue()),
          facts(bucket.docCount(), bucket.aggregations()));
    }
    return facts;
  }

  /** Of all observations that meet that condition. */
  IncidentFacts of(String indices, Query members) {
    SearchResponse<ObjectNode> answer = ask(indices, members, SUMS);
    long count = answer.hits().total() == null ? 0 : answer.hits().total().value();
    return facts(count, answer.aggregations());
  }

  private SearchResponse<ObjectNode> ask(
      String indices, Query query, Map<String, Aggregation> sums) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(indices)
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .allowPartialSearchResults(false)
                .query(Filters.allOf(List.of(query)))
                .aggregations(sums));
    return cluster.ask(
        "adding up incidents", () -> cluster.client().search(request, ObjectNode.class));
  }

  private static IncidentFacts facts(long count, Map<String, Aggregate> sums) {
    return count == 0
        ? IncidentFacts.NOTHING
        : new IncidentFacts(
            count,
            time(sums, FIRST),
            time(sums, LAST),
            keys(sums, PROVIDERS).stream().sorted().toList(),
            keys(sums, LEVELS).stream().map(Tlp::valueOf).reduce(Tlp::stricter).orElse(null));
  }

  private static @Nullable Instant time(Map<String, Aggregate> sums, String name) {
    @Nullable Aggregate sum = sums.get(name);
    if (sum == null) {
      return null;
    }
    @Nullable Double millis = sum.isMin() ? sum.min().value() : sum.max().value();
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }

  private static List<String> keys(Map<String, Aggregate> sums, String name) {
    return buckets(sums, name).stream().map(bucket -> bucket.key().stringValue()).toList();
  }

  private static List<StringTermsBucket> buckets(Map<String, Aggregate> sums, String name) {
    @Nullable Aggregate sum = sums.get(name);
    return sum == null || !sum.isSterms() ? List.of() : sum.sterms().buckets().array();
  }

  private static Aggregation terms(String field, int most) {
    return Aggregation.of(any ->
        any.terms(
            terms -> terms.field(field).size(most).order(NamedValue.of("_key", SortOrder.Asc))));
  }
}
