package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.Page;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts pages in the order of visibility. Nothing after the horizon is looked at, and below it
 * nothing is ever added, so a page never misses what comes later.
 *
 * <p>What a page costs must not grow with what is stored. A sorted query over everything looks at
 * everything; so a query asks for a span of time beside the cursor, first a short one, and for a
 * longer one only when that did not fill the page.
 */
final class Pages {
  private static final Duration FIRST_SPAN = Duration.ofMillis(250);
  private static final Duration LONGEST_SPAN = Duration.ofDays(365);

  /** A span holds at most that many times what a page needs, if things come evenly. */
  private static final int GROWTH = 64;

  private static final String FORMAT = "strict_date_optional_time_nanos";

  private final Cluster cluster;

  Pages(Cluster cluster) {
    this.cluster = cluster;
  }

  /** What a page is cut from. */
  record Source<T>(String alias, List<Query> filters, Function<ObjectNode, T> reader) {}

  /** The page after that cursor. */
  <T> Page<T> page(Source<T> source, Cursor cursor, Instant horizon, int limit) {
    try {
      return cut(source, cursor, hits(source, cursor, horizon, limit + 1), limit);
    } catch (AnswerTooLongException e) {
      if (limit == 1) {
        throw e;
      }
      return page(source, cursor, horizon, limit / 2);
    }
  }

  private static <T> Page<T> cut(
      Source<T> source, Cursor cursor, List<Hit<ObjectNode>> hits, int limit) {
    List<T> items = new ArrayList<>();
    Cursor last = cursor;
    for (Hit<ObjectNode> hit : hits.subList(0, Math.min(limit, hits.size()))) {
      ObjectNode document = hit.source();
      if (document != null) {
        items.add(source.reader().apply(document));
        last =
            new Cursor(
                cursor.kind(),
                Instant.parse(document.path("added").asString()),
                UUID.fromString(document.path("id").asString()));
      }
    }
    return new Page<>(items, last.text(), hits.size() > limit);
  }

  private List<Hit<ObjectNode>> hits(Source<?> source, Cursor cursor, Instant horizon, int size) {
    Instant begin = begin(source, cursor);
    for (Duration span = FIRST_SPAN; ; span = span.multipliedBy(GROWTH)) {
      Span part = Span.beside(cursor, begin, horizon, span);
      List<Hit<ObjectNode>> hits = ask(request(source, cursor, part, size));
      if (hits.size() == size || part.isLast()) {
        return hits;
      }
    }
  }

  /** A first page begins with the first document there is, not in 1970. */
  private Instant begin(Source<?> source, Cursor cursor) {
    if (!cursor.kind().isOldestFirst() || !cursor.isBeginning()) {
      return cursor.added();
    }
    SearchRequest first =
        new SearchRequest.Builder()
            .index(source.alias())
            .size(1)
            .source(fields -> fields.filter(filter -> filter.includes("added")))
            .sort(sort(cursor, "added"))
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false)
            .build();
    return ask(first).stream()
        .flatMap(hit ->
            hit.source() == null
                ? null
                : StixTime.parse(hit.source().path("added").asString("")).stream())
        .findFirst()
        .orElse(cursor.added());
  }

  private SearchRequest request(Source<?> source, Cursor cursor, Span span, int size) {
    List<Query> filters = new ArrayList<>(source.filters());
    filters.add(Filters.between("added", span.from(), span.to()));
    return new SearchRequest.Builder()
        .index(source.alias())
        .size(size)
        .query(Filters.allOf(filters))
        .sort(sort(cursor, "added"), sort(cursor, "id"))
        .searchAfter(
            FieldValue.of(StixTime.micros(cursor.added())), FieldValue.of(cursor.id().toString()))
        .source(fields -> fields.filter(filter -> filter.excludes("text")))
        .trackTotalHits(total -> total.enabled(false))
        .allowPartialSearchResults(false)
        .build();
  }

  private static SortOptions sort(Cursor cursor, String name) {
    SortOrder order = cursor.kind().isOldestFirst() ? SortOrder.Asc : SortOrder.Desc;
    return SortOptions.of(sort ->
        sort.field(field ->
            name.equals("added")
                ? field.field(name).order(order).format(FORMAT)
                : field.field(name).order(order)));
  }

  private List<Hit<ObjectNode>> ask(SearchRequest request) {
    return cluster.ask(
        "searching " + request.index(),
        () -> cluster.client().search(request, ObjectNode.class).hits().hits());
  }

  /** A span of time a query looks at. */
  private record Span(Instant from, Instant to, boolean isLast) {
    static Span beside(Cursor cursor, Instant begin, Instant horizon, Duration length) {
      boolean all = length.compareTo(LONGEST_SPAN) > 0;
      if (cursor.kind().isOldestFirst()) {
        Instant end = begin.plus(length);
        boolean last = all || !end.isBefore(horizon);
        return new Span(begin, last ? horizon : end, last);
      }
      Instant end = begin.isBefore(horizon) ? begin : horizon;
      return new Span(all ? Instant.EPOCH : end.minus(length), end, all);
    }
  }
}
