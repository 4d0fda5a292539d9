package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.document.ReleaseDocument;
import org.tocsin.store.document.ScoIds;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads versions from Elasticsearch. What was released is in views of its own. Every version of
 * what arrived as STIX is in the views of objects; observations made here have one version, in the
 * view of observations. That view also holds what arrived as STIX, once more and without its older
 * versions: there it is passed over.
 */
public final class ElasticsearchVersions implements StixVersions {
  private static final String OBSERVED_DATA = "observed-data";
  private static final String ID = "stix_id";

  private final Cluster cluster;
  private final Names names;
  private final Pages pages;
  private final Standing standing;

  /** Versions in that cluster. */
  public ElasticsearchVersions(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.names = names;
    this.pages = new Pages(cluster);
    this.standing = new Standing(cluster, names);
  }

  @Override
  public Page<StoredVersion> page(VersionQuery query, SharingFilter filter, Instant horizon) {
    Cursor cursor = cursor(query);
    int limit = Conditions.limit(query.limit());
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), cursor.text(), false);
    }
    List<Query> conditions = new ArrayList<>(conditions(query));
    conditions.addAll(Sharing.ofKnowledge(filter));
    return query.of().isReleased()
        ? standing.shown(
            page(query, conditions, ReleaseDocument::read, cursor, horizon, limit),
            cursor.kind(),
            filter)
        : page(
            query,
            conditions,
            source -> read(source, cursor.kind(), filter),
            cursor,
            horizon,
            limit);
  }

  private <T> Page<T> page(
      VersionQuery query,
      List<Query> conditions,
      Function<ObjectNode, T> reader,
      Cursor cursor,
      Instant horizon,
      int limit) {
    return pages.groups(
        new Pages.Source<>(aliases(query), conditions, reader), cursor, horizon, limit);
  }

  @Override
  public List<StoredVersion> at(
      End end,
      List<StoredVersion> some,
      VersionQuery query,
      SharingFilter filter,
      Instant horizon) {
    if (some.isEmpty() || Sharing.admitsNothing(filter)) {
      return List.of();
    }
    Map<String, Aggregation> beyond = new HashMap<>();
    for (int i = 0; i < some.size(); i++) {
      Query others = beyond(end, some.get(i).object());
      beyond.put(String.valueOf(i), Aggregation.of(count -> count.filter(others)));
    }
    List<Query> conditions = new ArrayList<>(Sharing.ofKnowledge(filter));
    conditions.add(Filters.between("added", Instant.EPOCH, horizon));
    conditions.addAll(ties(query));
    View all = query.of().isReleased() ? View.RELEASES : View.OBJECTS;
    Set<String> atTheEnd = ofNone(all, conditions, beyond);
    return IntStream.range(0, some.size())
        .filter(i -> atTheEnd.contains(String.valueOf(i)))
        .mapToObj(some::get)
        .toList();
  }

  /** The versions of an object that are older, or newer. */
  private static Query beyond(End end, StixObject object) {
    Instant modified = object.modified().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.MICROS);
    Query span =
        end == End.FIRST
            ? Filters.within("modified", Instant.EPOCH, modified)
            : Filters.between("modified", modified.plus(1, ChronoUnit.MICROS), Instant.MAX);
    return Filters.allOf(List.of(Filters.is(ID, object.id()), span));
  }

  /** Those of the counts that count nothing. */
  private Set<String> ofNone(View view, List<Query> conditions, Map<String, Aggregation> counts) {
    SearchRequest request =
        new SearchRequest.Builder()
            .index(names.alias(view))
            .size(0)
            .query(Filters.allOf(conditions))
            .aggregations(counts)
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false)
            .build();
    Map<String, Aggregate> counted =
        cluster.ask(
            "looking for other versions",
            () -> cluster.client().search(request, ObjectNode.class).aggregations());
    return counted.entrySet().stream()
        .filter(count -> count.getValue().filter().docCount() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Cursor cursor(VersionQuery query) {
    boolean last = query.extent() == Extent.LAST;
    Kind kind =
        switch (query.of()) {
          case OBSERVATIONS -> last ? Kind.OBSERVED_LAST : Kind.OBSERVED_VERSIONS;
          case OBJECTS -> last ? Kind.CURRENT_OBJECTS : Kind.ALL_OBJECTS;
          case WARNINGS, INCIDENTS, RELEASES -> last ? Kind.RELEASED_LAST : Kind.RELEASED_VERSIONS;
        };
    Instant after = query.after();
    return query.cursor() == null && after != null
        ? Cursor.after(kind, after)
        : Cursor.read(kind, query.cursor());
  }

  private List<String> aliases(VersionQuery query) {
    boolean last = query.extent() == Extent.LAST;
    String objects = names.alias(last ? View.CURRENT : View.OBJECTS);
    return switch (query.of()) {
      case OBJECTS -> List.of(objects);
      case OBSERVATIONS -> List.of(names.alias(View.OBSERVATIONS), objects);
      case WARNINGS, INCIDENTS, RELEASES ->
          List.of(names.alias(last ? View.LATEST : View.RELEASES));
    };
  }

  private List<Query> conditions(VersionQuery query) {
    List<Query> conditions = new ArrayList<>();
    switch (query.of()) {
      case OBSERVATIONS ->
          conditions.add(Filters.anyOf(List.of(madeHere(), Filters.is("type", OBSERVED_DATA))));
      case WARNINGS -> conditions.add(Filters.is("kind", EntityKind.WARNING.key()));
      case INCIDENTS -> conditions.add(Filters.is("kind", EntityKind.INCIDENT.key()));
      case OBJECTS, RELEASES -> {
        // All there are.
      }
    }
    if (!query.ids().isEmpty()) {
      conditions.add(
          Filters.anyOf(
              List.of(
                  Filters.isOneOf(ID, query.ids()),
                  Filters.isOneOf(ScoIds.FIELD, query.ids()),
                  contentIds(query))));
    }
    if (!query.types().isEmpty()) {
      conditions.add(types(query));
    }
    conditions.addAll(ties(query));
    return conditions;
  }

  /** Who sent it in, and to whom it was released. */
  private static List<Query> ties(VersionQuery query) {
    List<Query> ties = new ArrayList<>();
    if (query.submitter() != null) {
      ties.add(Filters.is("submitter", query.submitter()));
    }
    if (query.group() != null) {
      ties.add(Filters.is("groups", query.group()));
    }
    return ties;
  }

  /** Of one of those types, or with an SCO that is. */
  private Query types(VersionQuery query) {
    Set<String> types = query.types();
    List<Query> ways = new ArrayList<>();
    ways.add(Filters.isOneOf("type", types));
    if (types.contains(OBSERVED_DATA) && !query.of().isReleased()) {
      ways.add(madeHere());
    }
    types.forEach(type -> ways.add(Filters.beginsWith(ScoIds.FIELD, type + "--")));
    return Filters.anyOf(ways);
  }

  /** An observation that did not arrive as STIX. */
  private Query madeHere() {
    String arrived = names.pattern(View.OBSERVATIONS) + "-" + Names.VERSIONED;
    return Query.of(query ->
        query.bool(made ->
            made.filter(Filters.hasNone(ID))
                .mustNot(not -> not.wildcard(index -> index.field("_index").value(arrived)))));
  }

  /** An observed-data that was made here is named after its document. */
  private static Query contentIds(VersionQuery query) {
    List<String> documents =
        query.ids().stream()
            .filter(id -> !query.of().isReleased())
            .filter(id -> id.startsWith(OBSERVED_DATA + "--"))
            .map(id -> id.substring(OBSERVED_DATA.length() + 2))
            .toList();
    return Query.of(made -> made.ids(any -> any.values(documents)));
  }

  private static StoredVersion read(ObjectNode source, Kind kind, SharingFilter filter) {
    Header header = Header.read(source);
    List<StixObject> objects =
        source.has(ID)
            ? ObjectDocument.read(source).objects()
            : ObservationDocument.read(source).observation().objects();
    UUID id = UUID.fromString(source.path("id").asString());
    return new StoredVersion(
        header.added(),
        new Cursor(kind, header.added(), id).text(),
        objects.getFirst(),
        shown(objects, Marked.of(header.tlp(), header.submitter()), filter),
        0);
  }

  /** What a reader may see of objects that are marked like that and that they may see. */
  static List<StixObject> shown(List<StixObject> objects, Marked marked, SharingFilter filter) {
    if (filter.admitsWhole(marked)) {
      return objects;
    }
    return Redaction.takesAll(objects) ? List.of() : Redaction.of(objects);
  }
}
