package org.tocsin.store.write;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tocsin.model.report.Origin;
import org.tocsin.store.Listing;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/** Finds the entries of a list whose end may be another one than they have. */
final class ListedEntries {
  private static final int AT_ONCE = 200;
  private static final String REPORTED = "last_reported";
  private static final String ENDED = "ended_at";
  private static final String FORMAT = "strict_date_optional_time_nanos";

  private final Cluster cluster;

  ListedEntries(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * What is asked for: entries without an end that the last whole snapshot does not hold, and those
   * that ended after a snapshot something has happened to.
   *
   * @param list the list
   * @param last when its last whole snapshot was collected
   * @param from the earliest snapshot something has happened to
   * @param to the latest one
   */
  record Question(Origin list, Instant last, Instant from, Instant to) {}

  /** An entry as it is now. */
  record Entry(
      String index,
      String id,
      long seqNo,
      long primaryTerm,
      ObjectNode source,
      Listing listing,
      List<FieldValue> place) {}

  /** The first of them, those first that were not listed for longest. */
  List<Entry> first(String index, Question question) {
    cluster.ask(
        "refreshing lists",
        () -> cluster.client().indices().refresh(request -> request.index(index)));
    return page(index, question, List.of());
  }

  /** Those after that one. */
  List<Entry> after(String index, Question question, Entry last) {
    return page(index, question, last.place());
  }

  private List<Entry> page(String index, Question question, List<FieldValue> after) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(index)
            .size(AT_ONCE)
            .seqNoPrimaryTerm(true)
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false)
            .query(query(question))
            .sort(
                SortOptions.of(sort ->
                    sort.field(field -> field.field(REPORTED).order(SortOrder.Asc).format(FORMAT))),
                SortOptions.of(
                    sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));
    if (!after.isEmpty()) {
      request.searchAfter(after);
    }
    SearchRequest built = request.build();
    return cluster
        .ask(
            "searching lists", () -> cluster.client().search(built, ObjectNode.class).hits().hits())
        .stream()
        .map(ListedEntries::entry)
        .toList();
  }

  private static Query query(Question question) {
    Query missing =
        Filters.allOf(List.of(Filters.hasNone(ENDED), before(REPORTED, question.last())));
    Query early =
        Filters.allOf(List.of(after(ENDED, question.from()), before(REPORTED, question.to())));
    return Filters.allOf(
        List.of(
            Filters.is("provider", question.list().provider()),
            Filters.is("feed", question.list().feed()),
            Filters.anyOf(List.of(missing, early))));
  }

  private static Query before(String field, Instant time) {
    return Query.of(query ->
        query.range(range -> range.date(date -> date.field(field).lt(IndexedTime.text(time)))));
  }

  private static Query after(String field, Instant time) {
    return Query.of(query ->
        query.range(range -> range.date(date -> date.field(field).gt(IndexedTime.text(time)))));
  }

  private static Entry entry(Hit<ObjectNode> hit) {
    ObjectNode source = Objects.requireNonNull(hit.source());
    return new Entry(
        Objects.requireNonNull(hit.index()),
        Objects.requireNonNull(hit.id()),
        Objects.requireNonNull(hit.seqNo()),
        Objects.requireNonNull(hit.primaryTerm()),
        source,
        Objects.requireNonNull(Header.read(source).listing()),
        hit.sort());
  }
}
