package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.fake.Made;
import tools.jackson.databind.node.ObjectNode;

class WarningDraftTest {
  private static final UUID ID = Made.id(7);

  @Test
  void shouldBeginWithWhatIsKnownOfTheIncidentAndNoLooser() {
    WarningForm form = WarningForm.fresh(WarningDraft.of(incident()));
    ObjectNode details = form.details();

    assertThat(details.path("title").asString()).isEqualTo("Ransomware in AS64496");
    assertThat(details.path("severity").asString()).isEqualTo("critical");
    assertThat(details.path("type").asString()).isEqualTo("system-compromise");
    assertThat(details.path("tlp").asString()).isEqualTo("AMBER");
    assertThat(details.at("/incidents/0").asString()).isEqualTo(ID.toString());
    assertThat(details.at("/observables/0/value").asString()).isEqualTo("192.0.2.7");
    assertThat(details.at("/observables/1/type").asString()).isEqualTo("domain-name");
    assertThat(details.at("/audience/groups").size()).isZero();
  }

  private static StoredIncident incident() {
    Incident incident =
        new Incident(
            ID,
            "2026-000007",
            null,
            Incident.REPORTS,
            "Ransomware in AS64496",
            "Three hospitals.",
            Rsit.SYSTEM_COMPROMISE,
            new Network(null, null, "192.0.2.7", "FR"),
            Severity.CRITICAL,
            IncidentState.INVESTIGATING,
            true,
            "analyst",
            Tlp.GREEN,
            "analyst",
            Audience.NOBODY,
            List.of(Made.stix("{\"type\":\"domain-name\",\"value\":\"bad.example\"}")),
            Set.of(),
            List.of(),
            null,
            Set.of(),
            Set.of());
    IncidentFacts facts = new IncidentFacts(3, Made.NOON, Made.NOON, List.of("north"), Tlp.AMBER);
    return new StoredIncident(incident, 1, Instant.EPOCH, Instant.EPOCH, facts);
  }
}
