package org.tocsin.store.search;

import static java.util.Collections.newSetFromMap;
import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.model.pattern.Clue;
import org.tocsin.model.pattern.Clues;
import org.tocsin.model.pattern.Matches;
import org.tocsin.model.pattern.Matching;
import org.tocsin.model.pattern.Observed;
import org.tocsin.model.pattern.Pattern;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.Hunts;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;

/** Holds patterns against observations in Elasticsearch. */
public final class ElasticsearchHunts implements Hunts {
  private static final int PAGE = 500;

  private final String alias;
  private final Pages pages;

  /** Observations of that cluster. */
  public ElasticsearchHunts(Cluster cluster, Names names) {
    this.alias = names.alias(View.OBSERVATIONS);
    this.pages = new Pages(cluster);
  }

  @Override
  public Hunted hunt(
      Pattern pattern, Instant from, Instant to, SharingFilter filter, Instant horizon) {
    Matching matching = Matching.of(pattern);
    Set<Clue> clues = Clues.of(pattern);
    if (clues.isEmpty() || Sharing.admitsNothing(filter) || !from.isBefore(to)) {
      return new Hunted(List.of(), 0, true);
    }
    List<Query> conditions = new ArrayList<>();
    conditions.add(Filters.isNot("revoked"));
    conditions.add(Filters.within("observed_at", from, to));
    conditions.add(ClueConditions.anyOf(clues, filter.isOfTheTeam()));
    conditions.addAll(Sharing.ofKnowledge(filter));
    List<StoredObservation> candidates = new ArrayList<>();
    boolean all = collect(conditions, filter, horizon, candidates);
    return held(matching, candidates, all);
  }

  /** Whether all of them were collected. */
  private boolean collect(
      List<Query> conditions,
      SharingFilter filter,
      Instant horizon,
      List<StoredObservation> candidates) {
    var source =
        new Pages.Source<>(
            alias,
            conditions,
            document -> ObservationDocument.read(document).stored().under(filter));
    Cursor cursor = Cursor.read(Kind.OBSERVATIONS_ADDED, null);
    while (candidates.size() < MOST_CANDIDATES) {
      Page<StoredObservation> page = pages.page(source, cursor, horizon, PAGE);
      candidates.addAll(page.items());
      if (!page.more()) {
        return true;
      }
      cursor = Cursor.read(Kind.OBSERVATIONS_ADDED, page.cursor());
    }
    return false;
  }

  private static Hunted held(
      Matching matching, Collection<StoredObservation> candidates, boolean all) {
    Map<Observed, StoredObservation> known = new IdentityHashMap<>();
    List<Observed> observed = new ArrayList<>();
    for (StoredObservation candidate : candidates) {
      if (!candidate.objects().isEmpty()) {
        List<StixObject> objects = candidate.objects();
        Observed.of(objects.getFirst(), objects.subList(1, objects.size()))
            .ifPresent(each -> {
              known.put(each, candidate);
              observed.add(each);
            });
      }
    }
    Matches matches = matching.find(observed, Matching.USUAL_STEPS);
    List<Observed> taking =
        matches.found().stream().flatMap(match -> match.observations().stream()).toList();
    Set<StoredObservation> distinct = newSetFromMap(new IdentityHashMap<>());
    taking.forEach(each -> distinct.add(requireNonNull(known.get(each))));
    return new Hunted(
        candidates.stream().filter(distinct::contains).toList(),
        matches.times(),
        all && matches.complete());
  }
}
