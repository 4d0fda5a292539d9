package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Incidents;
import org.tocsin.store.StoredIncident;
import tools.jackson.databind.JsonNode;

/** From a report to an incident in the whole program. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class IncidentIT {
  @Test
  void shouldMakeOneIncidentOfRowsAboutTheSameThing(EngineAddresses engines) throws Exception {
    try (Program program = Program.start(engines)) {
      HttpResponse<String> accepted =
          program.post("name=scan_http.csv&provider=p", ReportText.rows(20));
      String receipt = Program.json(accepted).path("receipt").asString();
      program.awaitComplete(receipt);

      JsonNode led =
          Awaitility.await()
              .atMost(Duration.ofMinutes(1))
              .until(
                  () -> program.get("/api/reports/" + receipt).path("incidents"),
                  incidents -> incidents.size() == 1)
              .get(0);
      assertThat(led.path("title").asString()).contains("AS64500");
      StoredIncident stored =
          program
              .bean(Incidents.class)
              .find(
                  led.path("number").asString(),
                  SharingPolicy.knowledge(new Reader("lead", Set.of(Role.LEAD), null)))
              .orElseThrow();
      assertThat(stored.incident().id()).hasToString(led.path("id").asString());
      assertThat(stored.facts().members()).isEqualTo(20);
      assertThat(stored.facts().providers()).containsExactly("p");
    }
  }
}
