package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.Warning;
import org.tocsin.store.Page;
import org.tocsin.store.StoredWarning;
import org.tocsin.store.WarningQuery;
import org.tocsin.store.Warnings;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.decision.Lookup;
import org.tocsin.store.document.EntityDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Finds warnings in Elasticsearch. A node has few of them, so every query may look at all. */
public final class ElasticsearchWarnings implements Warnings {
  private final Cluster cluster;
  private final String alias;
  private final Lookup lookup;

  /** Warnings of that cluster. */
  public ElasticsearchWarnings(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.alias = names.alias(View.WARNINGS);
    this.lookup = new Lookup(cluster, names::alias);
  }

  @Override
  public Page<StoredWarning> search(WarningQuery query, SharingFilter filter, Instant now) {
    Kind kind = filter.isOfTheTeam() ? Kind.WARNINGS_CHANGED : Kind.WARNINGS_SHOWN;
    Cursor cursor = Cursor.read(kind, query.cursor());
    int limit = Conditions.limit(query.limit());
    List<Query> conditions = WarningConditions.of(query, filter.isOfTheTeam(), now);
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), cursor.text(), false);
    }
    conditions.addAll(Sharing.ofKnowledge(filter));
    return page(conditions, cursor, limit);
  }

  private Page<StoredWarning> page(List<Query> conditions, Cursor cursor, int limit) {
    try {
      return cut(ask(request(conditions, cursor, limit + 1)), cursor, limit);
    } catch (AnswerTooLongException e) {
      if (limit == 1) {
        throw e;
      }
      return page(conditions, cursor, limit / 2);
    }
  }

  private static Page<StoredWarning> cut(List<Hit<ObjectNode>> hits, Cursor cursor, int limit) {
    List<StoredWarning> items = new ArrayList<>();
    Cursor last = cursor;
    for (Hit<ObjectNode> hit : hits.subList(0, Math.min(limit, hits.size()))) {
      ObjectNode source = Objects.requireNonNull(hit.source(), "source");
      items.add(stored(EntityDocument.read(EntityKind.WARNING, source)));
      last =
          new Cursor(
              cursor.kind(),
              Instant.parse(source.path(field(cursor.kind())).asString()),
              UUID.fromString(source.path("id").asString()));
    }
    return new Page<>(items, last.text(), hits.size() > limit);
  }

  /** What nobody was shown has no time at which it was, and is left out for readers. */
  private SearchRequest request(List<Query> conditions, Cursor cursor, int size) {
    List<Query> all = new ArrayList<>(conditions);
    all.add(Query.of(query -> query.exists(there -> there.field(field(cursor.kind())))));
    return SearchRequest.of(search ->
        search
            .index(alias)
            .size(size)
            .query(Filters.allOf(all))
            .sort(newest(field(cursor.kind())), newest("id"))
            .searchAfter(
                FieldValue.of(StixTime.micros(cursor.added())),
                FieldValue.of(cursor.id().toString()))
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false));
  }

  private static SortOptions newest(String field) {
    return SortOptions.of(sort ->
        sort.field(by -> {
          by.field(field).order(SortOrder.Desc);
          return field.equals("id") ? by : by.format("strict_date_optional_time_nanos");
        }));
  }

  private static String field(Kind kind) {
    return kind == Kind.WARNINGS_CHANGED ? "changed_at" : "shown_at";
  }

  @Override
  public Optional<StoredWarning> find(String idOrNumber, SharingFilter filter) {
    return ref(idOrNumber)
        .or(() -> numbered(idOrNumber))
        .map(ref -> lookup.entities(List.of(ref)).get(ref))
        .map(ElasticsearchWarnings::stored)
        .filter(stored -> filter.admits(stored.warning().marked()));
  }

  private static Optional<EntityRef> ref(String id) {
    try {
      return Optional.of(Warning.ref(UUID.fromString(id)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<EntityRef> numbered(String number) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(alias)
                .size(1)
                .query(Filters.is("number", number))
                .allowPartialSearchResults(false));
    return ask(request).stream()
        .map(hit -> new EntityRef(EntityKind.WARNING, Objects.requireNonNull(hit.id(), "id")))
        .findFirst();
  }

  private List<Hit<ObjectNode>> ask(SearchRequest request) {
    return cluster.ask(
        "searching warnings",
        () -> cluster.client().search(request, ObjectNode.class).hits().hits());
  }

  private static StoredWarning stored(Revision revision) {
    return new StoredWarning(revision.as(Warning.class), revision.version());
  }
}
