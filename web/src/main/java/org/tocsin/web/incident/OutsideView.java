package org.tocsin.web.incident;

import java.util.List;
import java.util.Set;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.StoredIncident;

/**
 * An incident as those see it who are not of the node's team: without who works on it, whom else it
 * was made known to, which observations were moved, and what is personal.
 */
final class OutsideView {
  private OutsideView() {}

  /** The incident as the reader sees it, to whom that filter admits it. */
  static StoredIncident of(StoredIncident stored, Reader reader, SharingFilter filter) {
    return filter.isOfTheTeam()
        ? stored
        : new StoredIncident(
            incident(stored, reader, filter),
            stored.version(),
            stored.opened(),
            stored.changed(),
            facts(stored));
  }

  private static Incident incident(StoredIncident stored, Reader reader, SharingFilter filter) {
    Incident whole = stored.incident();
    return new Incident(
        whole.id(),
        whole.number(),
        whole.episode(),
        whole.queue(),
        whole.title(),
        whole.description(),
        whole.type(),
        whole.network(),
        whole.severity(),
        whole.state(),
        false,
        null,
        stored.tlp(),
        whole.reporter().equals(reader.name()) ? whole.reporter() : "",
        Audience.NOBODY,
        filter.admitsWhole(stored.marked())
            ? whole.observables()
            : Redaction.of(whole.observables()),
        Set.of(),
        List.of(),
        null,
        Set.of(),
        Set.of());
  }

  /**
   * What is observed of an incident that others are part of may be of a part of the net that is not
   * the reader's.
   */
  private static IncidentFacts facts(StoredIncident stored) {
    return stored.incident().merged().isEmpty() ? stored.facts() : IncidentFacts.NOTHING;
  }
}
