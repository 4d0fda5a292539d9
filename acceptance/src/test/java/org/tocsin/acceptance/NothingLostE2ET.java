package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * 100,000 rows with known repetitions, while the platform and Elasticsearch are killed again and
 * again.
 */
@ExtendWith(RunningNode.class)
class NothingLostE2ET {
  private static final int ROWS = 100_000;
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final List<String> VICTIMS =
      List.of(
          "platform", "elasticsearch", "platform", "elasticsearch", "platform", "elasticsearch");
  private static final List<String> TERMS =
      List.of("collected", "observed", "duplicate", "suppressed", "rejected", "pending", "state");

  private final Node node;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  NothingLostE2ET(Node node) {
    this.node = node;
  }

  @Test
  void shouldLoseAndRepeatNothingWhateverMayBeKilled() throws Exception {
    System.out.println("seed " + seed);
    OutbreakFile file = OutbreakFile.of(ROWS, seed);
    JsonNode calm = node.completeAccount(submit(file, "calm"), LIMIT);
    assertThat(calm.path("observed").asInt()).isEqualTo(file.distinct());
    assertThat(calm.path("duplicate").asInt()).isEqualTo(ROWS - file.distinct());

    JsonNode stormy;
    try (Poller poller = new Poller(node, "storm", 7)) {
      String receipt = submit(file, "storm");
      for (String victim : VICTIMS) {
        awaitSome(receipt);
        kill(victim);
      }
      stormy = node.completeAccount(receipt, LIMIT);
      Awaitility.await()
          .atMost(LIMIT)
          .until(() -> poller.isAtEnd() && poller.seen().size() >= file.distinct());
      assertThat(poller.seen()).doesNotHaveDuplicates().hasSize(file.distinct());
    }
    for (String term : TERMS) {
      assertThat(stormy.path(term)).as(term).isEqualTo(calm.path(term));
    }

    JsonNode again = node.completeAccount(submit(file, "storm"), LIMIT);
    assertThat(again.path("duplicate").asInt()).isEqualTo(ROWS);
    assertThat(again.path("observed").asInt()).isZero();
  }

  /** Submits until it is accepted, as a client with an idempotency key may. */
  private String submit(OutbreakFile file, String provider) {
    String key = UUID.randomUUID().toString();
    return Awaitility.await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> trySubmit(file, provider, key), receipt -> !receipt.isEmpty());
  }

  private String trySubmit(OutbreakFile file, String provider, String key) throws IOException {
    HttpResponse<String> response =
        node.send(
            node.request(
                    "/api/reports?provider=%s&feed=reports&name=scan_http.csv".formatted(provider),
                    "analyst")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.bytes())));
    return response.statusCode() == 202 ? Node.json(response).path("receipt").asString() : "";
  }

  /** Waits until a random part of what is left has been taken. */
  private void awaitSome(String receipt) {
    long pending = awaitPending(receipt, Long.MAX_VALUE);
    awaitPending(receipt, pending - random.nextLong(1 + pending / 4));
  }

  private long awaitPending(String receipt, long atMost) {
    return Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> node.account(receipt).path("pending").asLong(), pending -> pending <= atMost);
  }

  private void kill(String part) {
    ProcessHandle victim =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .ignoreExceptions()
            .until(() -> node.process(part), ProcessHandle::isAlive);
    assertThat(victim.destroyForcibly()).isTrue();
  }
}
