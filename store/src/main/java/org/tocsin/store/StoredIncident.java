package org.tocsin.store;

import java.time.Instant;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.tlp.Tlp;

/**
 * An incident as it is kept.
 *
 * @param incident what was decided about it
 * @param version how many journal records were applied to it
 * @param opened when it became visible
 * @param changed when the last decision about it became visible
 * @param facts what is observed of it
 */
public record StoredIncident(
    Incident incident, long version, Instant opened, Instant changed, IncidentFacts facts) {

  /** How far it may travel: no looser than what is observed of it. */
  public Tlp tlp() {
    Tlp observed = facts.tlp();
    return observed == null ? incident.tlp() : Tlp.stricter(incident.tlp(), observed);
  }

  /** What the sharing policy looks at of it. */
  public Marked marked() {
    return new Marked(
        tlp(), incident.reporter(), incident.audience(), incident.network().concerned());
  }
}
