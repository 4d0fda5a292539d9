package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.Incidents;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.IncidentDocument;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Finds incidents in Elasticsearch. */
public final class ElasticsearchIncidents implements Incidents {
  /** What is written by a broker whose clock is ahead is there all the same. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Cluster cluster;
  private final String alias;
  private final String observations;
  private final Documents documents;
  private final Pages pages;
  private final InstantSource clock;

  /** Incidents of that cluster. */
  public ElasticsearchIncidents(Cluster cluster, Names names, InstantSource clock) {
    this.cluster = cluster;
    this.alias = names.alias(View.INCIDENTS);
    this.observations = names.alias(View.OBSERVATIONS);
    this.documents = new Documents(cluster);
    this.pages = new Pages(cluster);
    this.clock = clock;
  }

  @Override
  public Page<StoredIncident> search(IncidentQuery query, SharingFilter filter) {
    Cursor cursor = Cursor.read(Kind.INCIDENTS_NEWEST, query.cursor());
    int limit = Conditions.limit(query.limit());
    List<Query> conditions = new ArrayList<>(IncidentConditions.of(query));
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), cursor.text(), false);
    }
    conditions.addAll(Sharing.ofKnowledge(filter));
    return page(conditions, cursor, limit);
  }

  private Page<StoredIncident> page(List<Query> conditions, Cursor cursor, int limit) {
    try {
      List<StoredIncident> all =
          hits(request(conditions, cursor, limit + 1)).stream()
              .map(source -> IncidentDocument.read(source).stored())
              .toList();
      List<StoredIncident> items = all.subList(0, Math.min(limit, all.size()));
      Cursor last =
          items.isEmpty()
              ? cursor
              : new Cursor(
                  cursor.kind(), items.getLast().opened(), items.getLast().incident().id());
      return new Page<>(items, last.text(), all.size() > limit);
    } catch (AnswerTooLongException e) {
      if (limit == 1) {
        throw e;
      }
      return page(conditions, cursor, limit / 2);
    }
  }

  private SearchRequest request(List<Query> conditions, Cursor cursor, int size) {
    return SearchRequest.of(search ->
        search
            .index(alias)
            .size(size)
            .query(Filters.allOf(conditions))
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false)
            .sort(sort ->
                sort.field(field ->
                    field
                        .field("opened")
                        .order(SortOrder.Desc)
                        .format("strict_date_optional_time_nanos")))
            .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Desc)))
            .searchAfter(
                FieldValue.of(StixTime.micros(cursor.added())),
                FieldValue.of(cursor.id().toString())));
  }

  private List<ObjectNode> hits(SearchRequest request) {
    return cluster
        .ask(
            "searching " + alias,
            () -> cluster.client().search(request, ObjectNode.class).hits().hits())
        .stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Override
  public Optional<StoredIncident> find(String idOrNumber, SharingFilter filter) {
    return id(idOrNumber).or(() -> idOf(idOrNumber)).map(id -> now(List.of(id), filter).get(id));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The number of an incident never changes, so the search may be behind in all else. */
  private Optional<UUID> idOf(String number) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(alias)
                .size(1)
                .allowPartialSearchResults(false)
                .query(Filters.is("number", number)));
    return hits(request).stream()
        .map(source -> UUID.fromString(source.path("id").asString()))
        .findFirst();
  }

  @Override
  public Map<UUID, StoredIncident> now(Collection<UUID> ids, SharingFilter filter) {
    Map<UUID, StoredIncident> found = new LinkedHashMap<>();
    documents(ids)
        .forEach((id, document) -> {
          StoredIncident stored = document.stored();
          if (filter.admits(stored.marked())) {
            found.put(id, stored);
          }
        });
    return found;
  }

  @Override
  public Page<StoredObservation> observations(
      StoredIncident incident, SharingFilter filter, @Nullable String cursor, int limit) {
    Cursor place = Cursor.read(Kind.OBSERVATIONS_NEWEST, cursor);
    int size = Conditions.limit(limit);
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), place.text(), false);
    }
    List<Query> conditions = new ArrayList<>();
    conditions.add(Members.of(Members.tree(incident.incident(), this::incidents)));
    conditions.addAll(Sharing.ofKnowledge(filter));
    return pages.page(
        new Pages.Source<>(
            observations,
            conditions,
            source -> ObservationDocument.read(source).stored().under(filter)),
        place,
        clock.instant().plus(AHEAD),
        size);
  }

  @Override
  public Set<UUID> belonging(StoredIncident incident, Collection<UUID> some) {
    Query members = Members.of(Members.tree(incident.incident(), this::incidents));
    Query asked =
        Query.of(query -> query.ids(any -> any.values(some.stream().map(UUID::toString).toList())));
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(observations)
                .size(Conditions.limit(some.size()))
                .query(Filters.allOf(List.of(asked, members)))
                .source(source -> source.filter(filter -> filter.includes("id")))
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false));
    return hits(request).stream()
        .map(source -> UUID.fromString(source.path("id").asString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<UUID, Incident> incidents(Collection<UUID> ids) {
    Map<UUID, Incident> incidents = new HashMap<>();
    documents(ids).forEach((id, document) -> incidents.put(id, document.incident()));
    return incidents;
  }

  /** As they are now, in the order they were asked for. */
  private Map<UUID, IncidentDocument> documents(Collection<UUID> ids) {
    Map<String, IncidentDocument> found = new HashMap<>();
    documents
        .wholes(ids.stream().map(id -> new Key(alias, id.toString())).toList())
        .values()
        .forEach(document -> {
          IncidentDocument read = IncidentDocument.read(document.source());
          found.put(read.ref().id(), read);
        });
    Map<UUID, IncidentDocument> inOrder = new LinkedHashMap<>();
    for (UUID id : ids) {
      IncidentDocument document = found.get(id.toString());
      if (document != null) {
        inOrder.put(id, document);
      }
    }
    return inOrder;
  }
}
