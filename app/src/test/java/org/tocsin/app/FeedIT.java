package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.StixText.Level;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.ingest.feed.FeedCollectors;
import tools.jackson.databind.JsonNode;

/** One node fetches from another by TAXII, as feeds.yaml tells it to. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class FeedIT {
  private static final int MORE_THAN_A_PAGE = 1050;

  @TempDir private Path folder;

  @Test
  void shouldFetchAllOfAnotherNodeAndThenWhatIsNew(EngineAddresses engines) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      ids.add(StixText.id("indicator"));
    }
    try (Program publisher = Program.start(engines)) {
      submit(publisher, ids);
      try (Program fetcher = Program.start(engines, settings(publisher))) {
        JsonNode fetched = awaitFetched(fetcher, MORE_THAN_A_PAGE);
        assertThat(fetched.path("lastError").isNull()).isTrue();
        fetcher.awaitComplete(fetched.path("lastReceipt").asString());
        assertThat(objects(fetcher)).containsExactlyInAnyOrderElementsOf(ids);

        String late = StixText.id("indicator");
        submit(publisher, List.of(late));
        FeedCollectors collectors = fetcher.bean(FeedCollectors.class);
        String before = fetched.path("lastReceipt").asString();
        fetched =
            Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                    () -> {
                      collectors.runNow("peer"); // what was just sent may not be visible yet
                      return awaitFetched(fetcher, MORE_THAN_A_PAGE);
                    },
                    feed -> !feed.path("lastReceipt").asString().equals(before));

        JsonNode account = fetcher.awaitComplete(fetched.path("lastReceipt").asString());
        assertThat(account.path("collected").asInt()).isEqualTo(1);
        ids.add(late);
        assertThat(objects(fetcher)).containsExactlyInAnyOrderElementsOf(ids);
      }
    }
  }

  private static void submit(Program publisher, List<String> ids) throws Exception {
    String objects =
        ids.stream()
            .map(id -> StixText.indicator(id, Level.GREEN, 1))
            .collect(Collectors.joining(","));
    String bundle =
        "{\"type\":\"bundle\",\"id\":\"%s\",\"objects\":[%s]}"
            .formatted(StixText.id("bundle"), objects);
    JsonNode answer =
        Program.json(publisher.post("name=a.json&provider=partner&feed=ti&tlp=GREEN", bundle));
    publisher.awaitComplete(answer.path("receipt").asString());
  }

  private Map<String, Object> settings(Program publisher) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("feeds.yaml"),
            """
            feeds:
              peer:
                provider: peer-north
                feed: ti
                way: taxii
                url: %s/taxii2/
                kind: events
                tlp: GREEN
                schedule: PT1H
                licence: agreement
                documentation: https://peer.example.org/
                enabled: true
                secret: {header: Authorization, property: tocsin.secrets.peer, prefix: "Bearer "}
            """
                .formatted(publisher.url()));
    return Map.of(
        "tocsin.feeds.file", file.toString(),
        "tocsin.feeds.state", folder.resolve("state").toString(),
        "tocsin.feeds.spread", "0s",
        "tocsin.outward.allow", "127.0.0.1",
        "tocsin.secrets.peer", "analyst");
  }

  private static JsonNode awaitFetched(Program fetcher, int records) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> fetcher.get("/api/feeds/peer"),
            feed ->
                feed.path("records").asInt() >= records
                    && feed.path("state").asString().equals("waiting"));
  }

  private static List<String> objects(Program fetcher) throws Exception {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = fetcher.get("/api/objects?type=indicator&limit=1000" + cursor);
      page.path("items").forEach(item -> ids.add(item.at("/object/id").asString()));
      boolean more = page.path("more").asBoolean();
      cursor = more ? "&cursor=" + page.path("cursor").asString() : "";
    } while (!cursor.isEmpty());
    return ids;
  }
}
