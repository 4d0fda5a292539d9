package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.triage.account.AccountWatch;
import tools.jackson.databind.JsonNode;

/** A record that a normaliser loses is missed, and the bell rings. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class AlarmIT {
  private static final int ROWS = 1_000;

  @Test
  void shouldRingForExactlyTheRowsANormaliserDropped(EngineAddresses engines) throws Exception {
    try (Program program = Program.start(engines, DroppingFormat.Instead.class)) {
      String receipt =
          Program.json(program.post("name=scan_http.csv&provider=p", ReportText.rows(ROWS)))
              .path("receipt")
              .asString();

      JsonNode account = program.awaitComplete(receipt);

      int dropped = ROWS / DroppingFormat.EVERY;
      assertThat(account.path("collected").asInt()).isEqualTo(ROWS);
      assertThat(account.path("observed").asInt()).isEqualTo(ROWS - dropped);
      AccountWatch watch = program.bean(AccountWatch.class);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(watch.ringing())
                  .hasEntrySatisfying(
                      UUID.fromString(receipt),
                      ringing -> assertThat(ringing.difference()).isEqualTo(dropped)));
    }
  }
}
