package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a node does with input nobody wants. */
@ExtendWith(RunningNode.class)
class BadInputE2ET {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Node node;

  BadInputE2ET(Node node) {
    this.node = node;
  }

  @Test
  void shouldNameLineAndReasonAndKeepTheBytes() {
    String file =
        """
        "timestamp","ip","protocol","port","hostname","tag","asn","geo"
        "2026-11-01 00:00:00","192.0.2.1","tcp",80,"a.example.com","http",64500,"ZZ"
        "yesterday","192.0.2.2","tcp",80,"b.example.com","http",64500,"ZZ"
        """;

    JsonNode account =
        submitted("name=scan_http.csv&provider=bad", file.getBytes(StandardCharsets.UTF_8));

    assertThat(account.path("observed").asInt()).isEqualTo(1);
    assertThat(account.path("rejected").asInt()).isEqualTo(1);
    JsonNode reject =
        node.get("/api/rejects?receipt=" + account.path("receipt").asString(), "analyst")
            .path("items")
            .path(0);
    assertThat(reject.path("line").asInt()).isEqualTo(3);
    assertThat(reject.path("path").asString()).isEqualTo("timestamp");
    assertThat(reject.path("reason").asString()).isEqualTo("bad-value");
    JsonNode whole = node.get("/api/rejects/" + reject.path("id").asString(), "analyst");
    assertThat(whole.path("raw").asString()).contains("yesterday").contains("192.0.2.2");
  }

  @Test
  void shouldRejectColumnsThatFitSeveralTypesWithTheCandidates() {
    String file =
        """
        "timestamp","ip","protocol","port","hostname","tag","asn","geo","region","city","naics","sic"
        "2026-11-01 00:00:00","192.0.2.1","tcp",80,"a.example.com","x",64500,"ZZ","R","C",0,0
        """;

    JsonNode account = submitted("provider=bad", file.getBytes(StandardCharsets.UTF_8));

    assertThat(account.path("rejected").asInt()).isEqualTo(1);
    JsonNode reject =
        node.get(
                "/api/rejects?reason=ambiguous-type&receipt=" + account.path("receipt").asString(),
                "analyst")
            .path("items")
            .path(0);
    assertThat(reject.path("detail").asString()).contains("scan_");
  }

  @Test
  void shouldRefuseAWholeThatIsTooLarge() throws IOException {
    byte[] whole = new byte[33 * 1024 * 1024];
    whole[0] = 'x';

    HttpResponse<String> response = node.post("provider=bad", whole, "analyst");

    assertProblem(response, 413);
  }

  @Test
  void shouldRefuseWhoeverDoesNotSayWhoTheyAre() throws IOException {
    assertProblem(
        node.send(node.request("/api/reports").POST(HttpRequest.BodyPublishers.ofString("x"))),
        401);
    assertProblem(
        node.send(
            node.request("/api/observations").header("Authorization", "Bearer not-a-token").GET()),
        401);
    assertProblem(
        node.send(
            node.request("/api/reports", "subscriber-siem")
                .POST(HttpRequest.BodyPublishers.ofString("x"))),
        403);
  }

  @Test
  void shouldSurviveAGzipBomb() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 1_024; i++) {
        gzip.write(zeros);
      }
    }

    HttpResponse<String> response =
        node.send(
            node.request("/api/reports?provider=bad", "analyst")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray())));

    assertProblem(response, 413);
  }

  @Test
  void shouldRejectAnAbyssOfBrackets() {
    byte[] abyss =
        ("{\"type\":\"bundle\",\"objects\":" + "[".repeat(1_000_000))
            .getBytes(StandardCharsets.UTF_8);

    JsonNode account = submitted("provider=bad&format=stix-2.1", abyss);

    assertThat(account.path("rejected").asInt())
        .isEqualTo(account.path("collected").asInt())
        .isPositive();
  }

  private JsonNode submitted(String query, byte[] body) {
    HttpResponse<String> response = node.post(query, body, "analyst");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return node.completeAccount(Node.json(response).path("receipt").asString(), LIMIT);
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Node.json(response).path("status").asInt()).isEqualTo(status);
  }
}
