package org.tocsin.web.console;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.incident.IncidentDesk;
import org.tocsin.web.incident.SeenIncident;

/**
 * An incident, as its page shows it.
 *
 * @param row what lists show of it too
 * @param type its RSIT type
 * @param may keys of the actions that are possible and open to the reader
 * @param known whom it was made known to, for the team
 * @param whom whom a message may go to, as a form suggests them
 */
record IncidentView(
    IncidentRow row,
    long version,
    String queue,
    @Nullable String description,
    String type,
    String classification,
    String reporter,
    Moment changed,
    @Nullable String span,
    @Nullable Moment first,
    List<String> providers,
    List<StixCard> observables,
    List<Indicator> indicators,
    List<Other> links,
    List<Other> merged,
    @Nullable Other mergedInto,
    List<Other> continues,
    @Nullable Other continuedBy,
    List<String> known,
    List<String> whom,
    Set<String> may) {

  /** Another incident. */
  record Other(UUID id, String number, String title, String state) {
    static Other of(StoredIncident stored) {
      Incident incident = stored.incident();
      return new Other(incident.id(), incident.number(), incident.title(), incident.state().key());
    }
  }

  static IncidentView of(SeenIncident seen, IncidentRow row, Reader reader) {
    StoredIncident stored = seen.stored();
    Incident incident = stored.incident();
    IncidentFacts facts = stored.facts();
    return new IncidentView(
        row,
        stored.version(),
        incident.queue(),
        incident.description(),
        incident.type().type(),
        incident.type().classification(),
        incident.reporter(),
        Moment.seconds(stored.changed()),
        span(incident.episode()),
        facts.firstObserved() == null ? null : Moment.minutes(facts.firstObserved()),
        facts.providers(),
        incident.observables().stream().map(StixCard::of).toList(),
        indicators(incident),
        others(seen.links()),
        others(seen.merged()),
        seen.mergedInto() == null ? null : Other.of(seen.mergedInto()),
        others(seen.continues()),
        seen.continuedBy() == null ? null : Other.of(seen.continuedBy()),
        known(incident).sorted().toList(),
        whom(incident, reader),
        may(incident, reader));
  }

  private static List<Other> others(List<StoredIncident> some) {
    return some.stream().map(Other::of).toList();
  }

  private static @Nullable String span(@Nullable Episode episode) {
    if (episode == null || !episode.isSpan()) {
      return null;
    }
    return Moment.minutes(episode.from()).text() + " to " + Moment.minutes(episode.to()).text();
  }

  private static List<Indicator> indicators(Incident incident) {
    Set<Indicator> all = new LinkedHashSet<>(IncidentRow.places(incident.network()));
    for (StixObject observable : incident.observables()) {
      all.addAll(Indicator.of(observable));
    }
    return List.copyOf(all);
  }

  private static Stream<String> known(Incident incident) {
    return Stream.of(
            incident.audience().organisations(),
            incident.audience().groups(),
            incident.audience().persons())
        .flatMap(Set::stream);
  }

  private static List<String> whom(Incident incident, Reader reader) {
    return Stream.concat(
            Stream.of(incident.reporter()),
            Stream.concat(
                incident.audience().persons().stream(),
                incident.audience().organisations().stream()))
        .filter(name -> !name.isEmpty() && !name.equals(reader.name()))
        .filter(name -> incident.episode() == null || !name.equals(incident.reporter()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Set<String> may(Incident incident, Reader reader) {
    return Arrays.stream(IncidentAction.values())
        .filter(action -> IncidentDesk.may(action, incident, reader))
        .map(IncidentAction::key)
        .collect(Collectors.toSet());
  }
}
