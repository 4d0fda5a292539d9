package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.decision.Lookup;
import org.tocsin.store.document.DecisionDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Finds decisions and entities in Elasticsearch. */
public final class ElasticsearchDecisions implements Decisions {
  private final Cluster cluster;
  private final String alias;
  private final String incidents;
  private final Lookup lookup;
  private final Pages pages;

  /** Those of that cluster. */
  public ElasticsearchDecisions(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.alias = names.alias(View.DECISIONS);
    this.incidents = names.alias(View.INCIDENTS);
    this.lookup = new Lookup(cluster, names::alias);
    this.pages = new Pages(cluster);
  }

  @Override
  public Optional<Decision> of(UUID command) {
    return Optional.ofNullable(lookup.decisions(List.of(command)).get(command));
  }

  @Override
  public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
    return lookup.entities(entities);
  }

  @Override
  public Optional<UUID> incidentOfNumber(String number) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(incidents)
                .size(1)
                .allowPartialSearchResults(false)
                .query(Filters.is("number", number)));
    return cluster
        .ask(
            "looking for an incident's number",
            () -> cluster.client().search(request, ObjectNode.class).hits().hits())
        .stream()
        .map(Hit::source)
        .filter(Objects::nonNull)
        .map(source -> UUID.fromString(source.path("id").asString()))
        .findFirst()
        .map(this::whole);
  }

  /** What an incident is part of in the end; itself where it stands for itself. */
  private UUID whole(UUID id) {
    EntityRef ref = Incident.ref(id);
    Revision now = now(List.of(ref)).get(ref);
    UUID into = now == null ? null : now.as(Incident.class).mergedInto();
    return into == null ? id : whole(into);
  }

  @Override
  public Page<Decision> search(DecisionQuery query, Instant horizon) {
    Kind kind = query.newest() ? Kind.DECISIONS_NEWEST : Kind.DECISIONS_ADDED;
    return pages.page(
        new Pages.Source<>(alias, conditions(query), DecisionDocument::read),
        Cursor.read(kind, query.cursor()),
        horizon,
        Conditions.limit(query.limit()));
  }

  private static List<Query> conditions(DecisionQuery query) {
    List<Query> conditions = new ArrayList<>();
    if (query.entity() != null) {
      conditions.add(Filters.is("entities", query.entity().toString()));
    }
    if (query.actor() != null) {
      conditions.add(Filters.is("actor", query.actor()));
    }
    if (query.from() != null || query.to() != null) {
      conditions.add(
          Filters.within(
              "at",
              query.from() == null ? Instant.MIN : query.from(),
              query.to() == null ? Instant.MAX : query.to()));
    }
    return conditions;
  }
}
