package org.tocsin.web.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ReceiptIncidents;
import org.tocsin.store.StoredIncident;

/** The incidents that every submission led to. */
public final class Led implements ReceiptIncidents {
  /** To be filled and cleared by tests. */
  public final List<StoredIncident> to = new ArrayList<>();

  @Override
  public List<StoredIncident> of(UUID receipt, SharingFilter filter) {
    return to.stream().filter(incident -> filter.admits(incident.marked())).toList();
  }

  /** One of that number and level. */
  public static StoredIncident incident(String number, Tlp tlp) {
    Incident incident =
        new Incident(
            new UUID(7, number.hashCode()),
            number,
            null,
            Incident.FEEDS,
            "Scanner in AS64500",
            null,
            Rsit.SCANNER,
            Network.NONE,
            Severity.LOW,
            IncidentState.NEW,
            false,
            null,
            tlp,
            "correlator",
            Audience.NOBODY,
            List.of(),
            Set.of(),
            List.of(),
            null,
            Set.of(),
            Set.of());
    return new StoredIncident(incident, 1, Made.NOON, Made.NOON, IncidentFacts.NOTHING);
  }
}
