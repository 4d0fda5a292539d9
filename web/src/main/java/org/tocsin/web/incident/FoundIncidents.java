package org.tocsin.web.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.Incidents;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** Incidents as a reader may see them. */
public final class FoundIncidents {
  private static final Pattern ID_OR_NUMBER = Pattern.compile("[0-9a-f-]{1,64}");
  private static final int LONGEST_SERIES = 100;
  private static final int MOST_CANDIDATES = 100;

  private static final int MOST_ASKED = 1_000;

  private final Incidents incidents;

  /** Asks these. */
  public FoundIncidents(Incidents incidents) {
    this.incidents = incidents;
  }

  /**
   * A page of what was looked for, the last that was opened first.
   *
   * @throws BadParameterException where a condition cannot be read
   */
  public Page<StoredIncident> page(IncidentParameters given, int usualLimit, Reader reader) {
    IncidentQuery query = given.query(usualLimit, reader);
    SharingFilter filter = SharingPolicy.knowledge(reader);
    Page<StoredIncident> page =
        BadParameterException.unlessReadable(() -> incidents.search(query, filter));
    return new Page<>(
        page.items().stream().map(one -> OutsideView.of(one, reader, filter)).toList(),
        page.cursor(),
        page.more());
  }

  /**
   * One incident as it stands now.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public StoredIncident one(String idOrNumber, Reader reader) {
    return OutsideView.of(whole(idOrNumber, reader), reader, SharingPolicy.knowledge(reader));
  }

  /** Those of some incidents the reader may see, as they stand now. */
  public Map<UUID, StoredIncident> some(Collection<UUID> ids, Reader reader) {
    SharingFilter filter = SharingPolicy.knowledge(reader);
    Map<UUID, StoredIncident> found = new HashMap<>();
    if (!ids.isEmpty()) {
      incidents
          .now(ids, filter)
          .forEach((id, one) -> found.put(id, OutsideView.of(one, reader, filter)));
    }
    return found;
  }

  /**
   * One incident with what has to do with it.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public SeenIncident seen(String idOrNumber, Reader reader) {
    StoredIncident whole = whole(idOrNumber, reader);
    Incident incident = whole.incident();
    UUID into = incident.mergedInto();
    Set<UUID> related = new LinkedHashSet<>(incident.links());
    related.addAll(incident.merged());
    if (into != null) {
      related.add(into);
    }
    Map<UUID, StoredIncident> now = some(related, reader);
    return new SeenIncident(
        OutsideView.of(whole, reader, SharingPolicy.knowledge(reader)),
        pick(incident.links().stream().sorted().toList(), now),
        pick(incident.merged(), now),
        into == null ? null : now.get(into),
        continued(incident, reader),
        successor(incident, reader).orElse(null));
  }

  /** Those of some observations that do not belong to an incident, at most 1,000 of them. */
  Set<UUID> strangers(StoredIncident incident, List<UUID> some) {
    Set<UUID> strangers = new LinkedHashSet<>(some.subList(0, Math.min(some.size(), MOST_ASKED)));
    if (!strangers.isEmpty()) {
      strangers.removeAll(incidents.belonging(incident, List.copyOf(strangers)));
    }
    return strangers;
  }

  /** Open incidents of the episodes before, the last one first, up to one that is not open. */
  List<StoredIncident> continued(Incident incident, Reader reader) {
    List<StoredIncident> series = new ArrayList<>();
    @Nullable StoredIncident next = previous(incident, reader);
    while (next != null && next.incident().state().isOpen() && series.size() < LONGEST_SERIES) {
      series.add(next);
      next = previous(next.incident(), reader);
    }
    return series;
  }

  /**
   * Observations that belong to an incident, as far as the reader may see each, newest first.
   *
   * @throws NotVisibleException where there is no incident or the reader may not see it
   * @throws BadParameterException where the cursor cannot be read
   */
  public Page<StoredObservation> observations(
      String idOrNumber, @Nullable String cursor, int limit, Reader reader) {
    StoredIncident whole = whole(idOrNumber, reader);
    return BadParameterException.unlessReadable(
        () -> incidents.observations(whole, SharingPolicy.knowledge(reader), cursor, limit));
  }

  private StoredIncident whole(String idOrNumber, Reader reader) {
    return Optional.of(idOrNumber)
        .filter(text -> ID_OR_NUMBER.matcher(text).matches())
        .flatMap(text -> incidents.find(text, SharingPolicy.knowledge(reader)))
        .orElseThrow(() -> new NotVisibleException("incident"));
  }

  private @Nullable StoredIncident previous(Incident incident, Reader reader) {
    Episode episode = incident.episode();
    return episode == null
        ? null
        : some(List.of(episode.previous()), reader).get(episode.previous());
  }

  /** It is looked for by what it has in common with this one, because nothing leads to it. */
  private Optional<StoredIncident> successor(Incident incident, Reader reader) {
    Episode episode = incident.episode();
    if (episode == null || !episode.isSpan()) {
      return Optional.empty();
    }
    SharingFilter filter = SharingPolicy.knowledge(reader);
    return incidents.search(like(episode.network()), filter).items().stream()
        .filter(one -> continues(one.incident(), incident.id()))
        .findFirst()
        .map(one -> OutsideView.of(one, reader, filter));
  }

  private static IncidentQuery like(Network network) {
    Object place = network.asn() != null ? network.asn() : network.domain();
    return new IncidentQuery(
        Incident.FEEDS,
        Set.of(),
        null,
        null,
        false,
        network.country(),
        null,
        place != null ? place.toString() : network.ip(),
        null,
        MOST_CANDIDATES);
  }

  private static boolean continues(Incident incident, UUID other) {
    Episode episode = incident.episode();
    return episode != null && episode.previous().equals(other);
  }

  private static List<StoredIncident> pick(Collection<UUID> ids, Map<UUID, StoredIncident> now) {
    return ids.stream().map(now::get).filter(Objects::nonNull).toList();
  }
}
