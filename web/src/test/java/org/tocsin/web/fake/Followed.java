package org.tocsin.web.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.Incidents;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;

/**
 * Incidents as the journal in memory has made them, and the observations that a test says belong to
 * their episodes.
 */
public final class Followed implements Incidents {
  /** Which observations belong to which episode. */
  public final Map<UUID, Set<UUID>> episodes = new ConcurrentHashMap<>();

  private final Kept kept;
  private final Judged judged;

  Followed(Kept kept, Judged judged) {
    this.kept = kept;
    this.judged = judged;
  }

  public void clear() {
    episodes.clear();
  }

  @Override
  public Page<StoredIncident> search(IncidentQuery query, SharingFilter filter) {
    SharingFilter gate = kept.asked(filter);
    List<StoredIncident> found =
        all().stream()
            .filter(one -> gate.admits(one.marked()))
            .filter(one -> holds(one.incident(), query))
            .sorted(Comparator.comparing(StoredIncident::opened).reversed())
            .toList();
    return Kept.page(found, query.cursor(), query.limit());
  }

  private static boolean holds(Incident incident, IncidentQuery query) {
    String assignee = incident.assignee() == null ? "" : incident.assignee();
    String type = query.type();
    return (query.queue() == null || query.queue().equals(incident.queue()))
        && (query.states().isEmpty() || query.states().contains(incident.state()))
        && (query.assignee() == null || query.assignee().equals(assignee))
        && (query.severity() == null || query.severity() == incident.severity())
        && (!query.escalated() || incident.escalated())
        && (query.country() == null || query.country().equals(incident.network().country()))
        && (type == null
            || type.equals(incident.type().type())
            || type.equals(incident.type().classification()))
        && (query.text() == null
            || (incident.number() + " " + incident.title() + " " + incident.network())
                .contains(query.text()));
  }

  @Override
  public Optional<StoredIncident> find(String idOrNumber, SharingFilter filter) {
    SharingFilter gate = kept.asked(filter);
    return all().stream()
        .filter(one ->
            one.incident().id().toString().equals(idOrNumber)
                || one.incident().number().equals(idOrNumber))
        .filter(one -> gate.admits(one.marked()))
        .findFirst();
  }

  @Override
  public Map<UUID, StoredIncident> now(Collection<UUID> ids, SharingFilter filter) {
    SharingFilter gate = kept.asked(filter);
    return all().stream()
        .filter(one -> ids.contains(one.incident().id()) && gate.admits(one.marked()))
        .collect(Collectors.toMap(one -> one.incident().id(), Function.identity()));
  }

  @Override
  public Page<StoredObservation> observations(
      StoredIncident incident, SharingFilter filter, String cursor, int limit) {
    SharingFilter gate = kept.asked(filter);
    Set<UUID> ids = members(incident.incident());
    return Kept.page(
        kept.observations.stream()
            .filter(one -> ids.contains(one.id()) && gate.admits(Kept.marked(one)))
            .map(one -> one.under(gate))
            .sorted(Comparator.comparing(StoredObservation::added).reversed())
            .toList(),
        cursor,
        limit);
  }

  @Override
  public Set<UUID> belonging(StoredIncident incident, Collection<UUID> some) {
    Set<UUID> belonging = new HashSet<>(members(incident.incident()));
    belonging.retainAll(some);
    return belonging;
  }

  private List<StoredIncident> all() {
    return judged.now.values().stream()
        .filter(revision -> revision.entity().kind() == EntityKind.INCIDENT)
        .map(this::stored)
        .toList();
  }

  private StoredIncident stored(Revision revision) {
    List<Instant> times =
        judged.decided.stream()
            .filter(one -> changes(one, revision))
            .map(one -> one.made().added())
            .toList();
    Incident incident = revision.as(Incident.class);
    return new StoredIncident(
        incident,
        revision.version(),
        times.isEmpty() ? Made.NOON : times.getFirst(),
        times.isEmpty() ? Made.NOON : times.getLast(),
        facts(incident));
  }

  private static boolean changes(Decision decision, Revision revision) {
    return decision.revisions().stream().anyMatch(one -> one.entity().equals(revision.entity()));
  }

  private IncidentFacts facts(Incident incident) {
    Set<UUID> ids = members(incident);
    List<StoredObservation> members =
        kept.observations.stream().filter(one -> ids.contains(one.id())).toList();
    return new IncidentFacts(
        members.size(),
        members.stream().map(StoredObservation::observedAt).min(Instant::compareTo).orElse(null),
        members.stream().map(StoredObservation::observedAt).max(Instant::compareTo).orElse(null),
        members.stream().map(one -> one.origin().provider()).distinct().sorted().toList(),
        members.stream().map(StoredObservation::tlp).reduce(Tlp::stricter).orElse(null));
  }

  private Set<UUID> members(Incident incident) {
    Set<UUID> all = new HashSet<>(own(incident));
    List<UUID> parts = new ArrayList<>(incident.merged());
    parts.forEach(part -> all.addAll(own(judged.now.get(Incident.ref(part)).as(Incident.class))));
    return all;
  }

  private Set<UUID> own(Incident incident) {
    Set<UUID> own = new HashSet<>(episodes.getOrDefault(incident.id(), Set.of()));
    own.addAll(incident.included());
    own.removeAll(incident.excluded());
    return own;
  }
}
