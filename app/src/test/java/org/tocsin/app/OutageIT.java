package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.Engine;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.TestEngines;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** What a client is told while an engine is away. */
@UseEngines(
    value = {EngineKind.KAFKA, EngineKind.ELASTICSEARCH},
    breakable = true)
class OutageIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void shouldAcceptAndKeepPendingWhileElasticsearchIsAway(TestEngines engines) throws Exception {
    try (Program program = Program.start(engines)) {
      Engine elasticsearch = engines.engine(EngineKind.ELASTICSEARCH);
      elasticsearch.stop();
      String receipt;
      try {
        HttpResponse<String> accepted =
            program.post("name=scan_http.csv&provider=p", ReportText.rows(10));
        assertThat(accepted.statusCode()).isEqualTo(202);
        receipt = Program.json(accepted).path("receipt").asString();
        JsonNode account = program.get("/api/reports/" + receipt);
        assertThat(account.path("state").asString()).isEqualTo("pending");
        assertThat(account.path("pending").asInt()).isEqualTo(10);
      } finally {
        elasticsearch.start();
        elasticsearch.awaitReady(LIMIT);
      }

      assertThat(program.awaitComplete(receipt).path("observed").asInt()).isEqualTo(10);
    }
  }

  @Test
  void shouldRefuseWithATimeToComeBackWhileKafkaIsAway(TestEngines engines) throws Exception {
    try (Program program = Program.start(engines)) {
      Engine kafka = engines.engine(EngineKind.KAFKA);
      kafka.stop();
      try {
        HttpResponse<String> refused =
            program.post("name=scan_http.csv&provider=p", ReportText.rows(10));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
      } finally {
        kafka.start();
        kafka.awaitReady(LIMIT);
      }

      Awaitility.await()
          .atMost(LIMIT)
          .until(() ->
              program.post("name=scan_http.csv&provider=p", ReportText.rows(10)).statusCode()
                  == 202);
    }
  }
}
