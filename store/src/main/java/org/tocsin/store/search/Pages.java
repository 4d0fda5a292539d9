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
 * <p>What a page costs must not grow with what is stored, but a sorted query looks at everything
 * that matches. So a query asks for a span of time beside the cursor, first a short one, and for a
 * longer one only where that did not fill the page. Newest first is the costly direction, because
 * documents lie in the order they came: there a cheap query (one sort key, no documents) finds how
 * far back the page reaches, before the page itself is asked for.
 */
final class Pages {
  private static final Duration FIRST_SPAN = Duration.ofSeconds(1);
  private static final Duration LONGEST_SPAN = Duration.ofDays(365);
  private static final int GROWTH = 1_000;

  /** Several partitions may add something in the same microsecond. */
  private static final int SAME_MICROSECOND = 100;

  private static final String FORMAT = "strict_date_optional_time_nanos";

  private final Cluster cluster;

  Pages(Cluster cluster) {
    this.cluster = cluster;
  }

  /** What a page is cut from. */
  record Source<T>(List<String> aliases, List<Query> filters, Function<ObjectNode, T> reader) {
    /** From one view. */
    Source(String alias, List<Query> filters, Function<ObjectNode, T> reader) {
      this(List.of(alias), filters, reader);
    }
  }

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

  /**
   * The same, but never ending inside a group of equal {@code added}: whoever goes on by time alone
   * misses nothing. A group larger than the page comes whole.
   */
  <T> Page<T> groups(Source<T> source, Cursor cursor, Instant horizon, int limit) {
    try {
      return groups(source, cursor, horizon, limit, limit + 1);
    } catch (AnswerTooLongException e) {
      if (limit == 1) {
        throw e;
      }
      return groups(source, cursor, horizon, limit / 2);
    }
  }

  /** The same of so many hits, which are more than the limit. */
  private <T> Page<T> groups(
      Source<T> source, Cursor cursor, Instant horizon, int limit, int size) {
    List<Hit<ObjectNode>> hits = hits(source, cursor, horizon, size);
    if (hits.size() <= limit) {
      return cut(source, cursor, hits, hits.size());
    }
    int begin = groupBegin(hits, limit);
    int end = begin > 0 ? begin : groupEnd(hits);
    return end == size
        ? groups(source, cursor, horizon, limit, size + SAME_MICROSECOND)
        : cut(source, cursor, hits, end);
  }

  /** Where the group begins that the hit of that number is in. */
  private static int groupBegin(List<Hit<ObjectNode>> hits, int number) {
    Instant added = added(hits.get(number));
    int begin = number;
    while (begin > 0 && added(hits.get(begin - 1)).equals(added)) {
      begin--;
    }
    return begin;
  }

  /** Where the first group ends, as far as there are hits. */
  private static int groupEnd(List<Hit<ObjectNode>> hits) {
    Instant added = added(hits.getFirst());
    int end = 1;
    while (end < hits.size() && added(hits.get(end)).equals(added)) {
      end++;
    }
    return end;
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
    for (Duration length = FIRST_SPAN; ; length = length.multipliedBy(GROWTH)) {
      Span span = Span.beside(cursor, begin, horizon, length);
      List<Hit<ObjectNode>> hits =
          cursor.kind().isOldestFirst()
              ? ask(request(source, cursor, span, size))
              : newest(source, cursor, span, size);
      if (hits.size() == size || span.isLast()) {
        return hits;
      }
    }
  }

  private List<Hit<ObjectNode>> newest(Source<?> source, Cursor cursor, Span span, int size) {
    List<Hit<ObjectNode>> reach = ask(probe(source, cursor, span, size + SAME_MICROSECOND));
    if (reach.size() < size && !span.isLast()) {
      return List.of();
    }
    if (!reach.isEmpty()) {
      List<Hit<ObjectNode>> hits =
          ask(request(source, cursor, span.from(added(reach.getLast())), size));
      if (hits.size() == size) {
        return hits;
      }
    }
    return ask(request(source, cursor, span, size));
  }

  private static Instant added(Hit<ObjectNode> hit) {
    return Instant.parse(hit.sort().getFirst().stringValue());
  }

  /** A first page begins with the first document there is, not in 1970. */
  private Instant begin(Source<?> source, Cursor cursor) {
    if (!cursor.kind().isOldestFirst() || !cursor.isBeginning()) {
      return cursor.added();
    }
    SearchRequest.Builder first = builder(source, 1, List.of());
    return ask(keyOnly(first, cursor)).stream()
        .map(Pages::added)
        .findFirst()
        .orElse(cursor.added());
  }

  private SearchRequest probe(Source<?> source, Cursor cursor, Span span, int size) {
    return keyOnly(builder(source, size, conditions(source, span)), cursor);
  }

  private static SearchRequest keyOnly(SearchRequest.Builder request, Cursor cursor) {
    return request.sort(byAdded(cursor)).source(none -> none.fetch(false)).build();
  }

  /** Whole documents: Elasticsearch writes anew what it filters, with every fraction a double. */
  private SearchRequest request(Source<?> source, Cursor cursor, Span span, int size) {
    return builder(source, size, conditions(source, span))
        .sort(byAdded(cursor), byId(cursor))
        .searchAfter(
            FieldValue.of(StixTime.micros(cursor.added())), FieldValue.of(cursor.id().toString()))
        .build();
  }

  private static List<Query> conditions(Source<?> source, Span span) {
    List<Query> conditions = new ArrayList<>(source.filters());
    conditions.add(Filters.between("added", span.from(), span.to()));
    return conditions;
  }

  private static SearchRequest.Builder builder(Source<?> source, int size, List<Query> all) {
    return new SearchRequest.Builder()
        .index(source.aliases())
        .size(size)
        .query(Filters.allOf(all))
        .trackTotalHits(total -> total.enabled(false))
        .allowPartialSearchResults(false);
  }

  private static SortOptions byAdded(Cursor cursor) {
    return SortOptions.of(
        sort -> sort.field(field -> field.field("added").order(order(cursor)).format(FORMAT)));
  }

  private static SortOptions byId(Cursor cursor) {
    return SortOptions.of(sort -> sort.field(field -> field.field("id").order(order(cursor))));
  }

  private static SortOrder order(Cursor cursor) {
    return cursor.kind().isOldestFirst() ? SortOrder.Asc : SortOrder.Desc;
  }

  private List<Hit<ObjectNode>> ask(SearchRequest request) {
    return cluster.ask(
        "searching " + request.index(),
        () -> cluster.client().search(request, ObjectNode.class).hits().hits());
  }

  /** A span of time a query looks at. */
  private record Span(Instant from, Instant to, boolean isLast) {
    Span from(Instant later) {
      return new Span(later, to, isLast);
    }

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
