package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole MISP feed of the corpus on a server of its own, defined over the interface of one process
 * and fetched by another.
 */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class MispFeedIT {
  private static final String DEFINITION =
      """
      {"provider": "osint-provider", "feed": "osint", "way": "misp", "url": "%s",
       "kind": "events", "format": "misp", "tlp": "GREEN", "confidence": 70, "schedule": "PT1H",
       "licence": "CC0", "documentation": "https://example.org/"}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private Path corpus;

  @Test
  void shouldFetchAWholeMispFeedThatAnAdminDefinesAndSwitchesOn(EngineAddresses engines)
      throws Exception {
    corpus = corpus();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    String prefix = Program.prefix();
    try (Program desk = Program.start(engines, prefix, Map.of("tocsin.roles", "web"))) {
      try (Program fetcher = Program.start(engines, prefix, settings())) {
        define(desk, "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        tryIt(fetcher);
        act(desk, "switch-on");

        List<String> events = events();
        JsonNode feed = awaitState(fetcher, "waiting", events.size());
        assertThat(feed.path("lastError").isNull()).isTrue();
        fetcher.awaitComplete(feed.path("lastReceipt").asString());
        Awaitility.await().untilAsserted(() -> assertThat(reports(fetcher)).isEqualTo(events));
        assertThat(fetcher.get("/api/rejects").path("items")).isEmpty();

        keepOut(fetcher);
        act(desk, "pause");
        awaitState(fetcher, "paused", events.size());
      }
      try (Program again = Program.start(engines, prefix, settings())) {
        awaitState(again, "paused", 0);
      }
      JsonNode journal = desk.get("/api/journal?entity=feed/osint");
      assertThat(journal.path("items"))
          .extracting(one -> one.path("actor").asString() + " " + one.path("action").asString())
          .containsExactlyInAnyOrder("admin put", "admin switch-on", "admin pause");
    } finally {
      server.stop(0);
    }
  }

  private static void define(Program desk, String url) throws Exception {
    String beside = "{\"commandId\": \"%s\", \"expectedVersion\": 0, ".formatted(UUID.randomUUID());
    String definition = DEFINITION.formatted(url).strip().substring(1);
    HttpResponse<String> answer =
        desk.send("admin", "PUT", "/api/feeds/osint", beside + definition);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Program.json(answer).path("enabled").asBoolean()).isFalse();
  }

  /** Of what is tried nothing is kept. */
  private static void tryIt(Program fetcher) throws Exception {
    HttpResponse<String> answer =
        fetcher.send("admin", "POST", "/api/feeds/test", "{\"name\": \"osint\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode tried = Program.json(answer);
    assertThat(tried.path("accepted").asInt()).isEqualTo(1);
    assertThat(tried.at("/records/0/objects"))
        .anyMatch(object -> object.path("type").asString().equals("report"));
    assertThat(reports(fetcher)).isEmpty();
  }

  private static void act(Program desk, String action) throws Exception {
    HttpResponse<String> answer =
        desk.send(
            "admin", "POST", "/api/feeds/osint/actions", "{\"action\": \"%s\"}".formatted(action));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** What only tells which events there are is no fault where somebody sends it in. */
  private void keepOut(Program fetcher) throws Exception {
    for (String index : List.of("manifest.json", "hashes.csv")) {
      String text = Files.readString(corpus.resolve(index));
      JsonNode receipt = Program.json(fetcher.post("name=" + index, text));
      JsonNode account = fetcher.awaitComplete(receipt.path("receipt").asString());
      assertThat(account.path("rejected").asInt()).as(index).isZero();
      assertThat(account.path("suppressed").asInt())
          .as(index)
          .isPositive()
          .isEqualTo(account.path("collected").asInt());
    }
  }

  private static JsonNode awaitState(Program program, String state, int records) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () -> program.get("/api/feeds/osint"),
            feed ->
                feed.path("state").asString().equals(state)
                    && feed.path("records").asInt() >= records);
  }

  /** Each event is a report of its name. */
  private static List<String> reports(Program program) throws Exception {
    List<String> names = new ArrayList<>();
    program
        .get("/api/objects?type=report&limit=1000")
        .path("items")
        .forEach(item -> names.add(item.at("/object/name").asString()));
    names.sort(Comparator.naturalOrder());
    return names;
  }

  private List<String> events() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches("[0-9a-f-]{36}\\.json")) {
          JsonNode event = JSON.readTree(Files.readString(file));
          names.add(event.at("/Event/info").asString().strip());
        }
      }
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  private Map<String, Object> settings() {
    return Map.of(
        "tocsin.feeds.state", folder.resolve("state").toString(),
        "tocsin.feeds.spread", "0s",
        "tocsin.outward.allow", "127.0.0.1");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = corpus.resolve(exchange.getRequestURI().getPath().substring(1));
      boolean there = Files.isRegularFile(file);
      byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
      exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The corpus lies beside the repository, or above it. */
  private static Path corpus() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/corpus/misp/feed-by-pymisp");
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    return Assumptions.abort("skipped: no shared/corpus/misp above this folder");
  }
}
