package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** A list is polled again and again, as a feed is, and each poll is a snapshot of it. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class ListIT {
  /** Rows of the list; {@code -Dtocsin.test.list-rows=20000} for one as large as real ones are. */
  private static final int ROWS = Integer.getInteger("tocsin.test.list-rows", 2_000);

  private static final String HEADER =
      "timestamp,ip,protocol,port,hostname,tag,asn,geo,region,city,http,http_code\n";

  /** What a reader finds of an entry. */
  private record Found(String lastReported, String endedAt, String tlp, String added) {}

  private Program program;

  @Test
  void shouldTakeEachPollAsASnapshotOfTheList(EngineAddresses engines) throws Exception {
    try (Program started = Program.start(engines)) {
      program = started;
      List<Integer> all = IntStream.range(0, ROWS).boxed().toList();
      assertAccount(poll(all, ""), ROWS, 0);
      Map<String, Found> first = found("");
      assertThat(first).hasSize(ROWS);

      JsonNode unchanged = poll(all, "");
      assertAccount(unchanged, 0, ROWS);
      assertThat(found(""))
          .as("nothing is new to readers")
          .hasSize(ROWS)
          .allSatisfy((id, entry) -> {
            assertThat(entry.added()).isEqualTo(first.get(id).added());
            assertThat(entry.lastReported()).isEqualTo(collectedAt(unchanged));
            assertThat(entry.endedAt()).isEmpty();
          });

      List<Integer> longer = new ArrayList<>(all);
      longer.addFirst(ROWS);
      assertAccount(poll(longer, ""), 1, ROWS);

      JsonNode refused = page();
      assertThat(refused.path("rejected").asInt()).isPositive();

      List<Integer> without = new ArrayList<>(longer);
      without.remove(ROWS / 2);
      JsonNode shorter = poll(without, "");
      assertAccount(shorter, 0, ROWS);
      Map<String, Found> ended = awaitFound("listed=false", 1);
      assertThat(ended.values())
          .allSatisfy(entry -> assertThat(entry.endedAt()).isEqualTo(collectedAt(shorter)));
      assertThat(found("listed=true")).hasSize(ROWS);

      assertAccount(poll(longer, ""), 0, ROWS + 1);
      awaitFound("listed=false", 0);
      assertThat(found("listed=true")).hasSize(ROWS + 1);

      assertAccount(poll(longer, "&tlp=RED"), 0, ROWS + 1);
      assertThat(found("").values()).extracting(Found::tlp).containsOnly("TLP:RED");

      poll(all.subList(0, ROWS - 3), "");
      awaitFound("listed=false", 4);
      Map<String, Found> before = found("");
      Rebuilds.run(program);
      assertThat(found("")).isEqualTo(before);
    }
  }

  private JsonNode poll(List<Integer> rows, String more) throws Exception {
    String text = rows.stream().map(ListIT::row).collect(Collectors.joining("", HEADER, ""));
    Instant begun = Instant.now();
    JsonNode account = send("kind=list&name=scan_http.csv&provider=lists&feed=http" + more, text);
    System.out.printf(
        "a list of %d rows polled in %d ms: %d observed, %d duplicate%n",
        rows.size(),
        Duration.between(begun, Instant.now()).toMillis(),
        account.path("observed").asInt(),
        account.path("duplicate").asInt());
    return account;
  }

  /** What a server that is being repaired gives instead of the list. */
  private JsonNode page() throws Exception {
    return send(
        "kind=list&format=shadowserver-csv&name=scan_http.csv&provider=lists&feed=http",
        "<html>\n<p>Back soon</p>\n");
  }

  private JsonNode send(String query, String text) throws Exception {
    HttpResponse<String> answer = program.post(query, text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return program.awaitComplete(Program.json(answer).path("receipt").asString());
  }

  private static String row(int row) {
    return "2026-11-01 %02d:%02d:%02d,198.51.100.%d,tcp,%d,,http,64500,ZZ,R,C,HTTP/1.1,200\n"
        .formatted(row / 3600 % 24, row / 60 % 60, row % 60, row % 256, 1_000 + row);
  }

  private static void assertAccount(JsonNode account, int observed, int duplicate) {
    assertThat(account.path("observed").asInt()).as("observed").isEqualTo(observed);
    assertThat(account.path("duplicate").asInt()).as("duplicate").isEqualTo(duplicate);
    assertThat(account.path("rejected").asInt()).as("rejected").isZero();
  }

  private static String collectedAt(JsonNode account) {
    return account.path("collectedAt").asString();
  }

  private Map<String, Found> awaitFound(String parameters, int count) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> found(parameters), found -> found.size() == count);
  }

  /** Everything a search finds, page by page, in the order of visibility. */
  private Map<String, Found> found(String parameters) throws Exception {
    Map<String, Found> found = new TreeMap<>();
    String address = "/api/observations?provider=lists&limit=1000&" + parameters;
    JsonNode page = program.get(address);
    while (true) {
      for (JsonNode item : page.path("items")) {
        found.put(
            item.path("id").asString(),
            new Found(
                item.path("lastReported").asString(""),
                item.path("endedAt").asString(""),
                item.path("tlp").asString(),
                item.path("added").asString()));
      }
      if (!page.path("more").asBoolean()) {
        return found;
      }
      page = program.get(address + "&cursor=" + page.path("cursor").asString());
    }
  }
}
