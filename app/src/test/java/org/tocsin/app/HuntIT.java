package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.store.Decisions;
import org.tocsin.stream.Journal;
import org.tocsin.stream.connection.StreamConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Indicators come after what they tell of was observed. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class HuntIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void shouldMakeOneSightingOfWhatWasObservedBeforeHoweverOftenItIsHunted(EngineAddresses engines)
      throws Exception {
    String prefix = Program.prefix();
    List<String> made;
    try (Program program = Program.startAs(engines, prefix)) {
      send(program, "&tlp=AMBER", row(1, 7), row(2, 7), row(3, 8), row(45 * 24 * 60, 7));
      String indicator = StixText.id("indicator");
      hand(program, indicator(indicator, 1, "[ipv4-addr:value = '198.51.100.7']"));
      String other = StixText.id("indicator");
      hand(program, indicator(other, 1, "[ipv4-addr:value = '192.0.2.77']"));
      String compound = StixText.id("indicator");
      hand(
          program,
          indicator(
              compound,
              1,
              "([ipv4-addr:value = '198.51.100.8'] FOLLOWEDBY [ipv4-addr:value ISSUBSET"
                  + " '198.51.100.0/25' AND ipv4-addr:value != '198.51.100.8']) WITHIN 61 SECONDS"));
      String unindexed = StixText.id("indicator");
      hand(program, indicator(unindexed, 1, "[file:name = 'a.exe']"));
      hand(program, indicator(StixText.id("indicator"), 1, "[broken"));

      awaitSightings(program, 2);
      JsonNode simple = sightingOf(program, indicator);
      assertThat(simple.path("count").asInt()).isEqualTo(2);
      assertThat(simple.path("observed_data_refs")).hasSize(2);
      assertThat(simple.path("first_seen").asString()).isEqualTo(StixTime.micros(at(2)));
      assertThat(simple.path("last_seen").asString()).isEqualTo(StixTime.micros(at(1)));
      assertThat(simple.path("object_marking_refs").path(0).asString())
          .as("the strictest of the indicator and what was observed")
          .isEqualTo(Tlp.AMBER.markingId());
      JsonNode both = sightingOf(program, compound);
      assertThat(both.path("count").asInt()).isEqualTo(1);
      assertThat(both.path("first_seen").asString()).isEqualTo(StixTime.micros(at(3)));
      assertThat(both.path("last_seen").asString()).isEqualTo(StixTime.micros(at(2)));

      hand(program, indicator(indicator, 2, "[ipv4-addr:value = '198.51.100.8']"));
      awaitSightings(program, 3);
      made = sightings(program);
      for (String sighting : made) {
        JsonNode account = program.awaitComplete(sighting.substring("sighting--".length()));
        assertThat(account.path("observed").asInt()).isEqualTo(1);
      }
      forgetHowFarItCame(program);
    }
    try (Program program = Program.startAs(engines, prefix)) {
      send(program, "&tlp=AMBER", row(1, 9), row(1, 7));
      String last = StixText.id("indicator");
      hand(program, indicator(last, 1, "[ipv4-addr:value = '198.51.100.9']"));
      awaitSightings(program, 4);
      assertThat(sightings(program))
          .as("all before it were hunted again, and made nothing again")
          .containsAll(made)
          .hasSize(4);
      for (String sighting : made) {
        JsonNode account = program.awaitComplete(sighting.substring("sighting--".length()));
        assertThat(account.path("observed").asInt()).isEqualTo(1);
        assertThat(account.path("rejected").asInt()).isZero();
      }
    }
  }

  @Test
  void shouldHuntWhatAPublishedWarningReleases(EngineAddresses engines) throws Exception {
    try (Program program = Program.startAs(engines, Program.prefix())) {
      send(program, "&tlp=GREEN", row(1, 7), row(2, 200));
      UUID id = UUID.randomUUID();
      decide(
          program,
          id,
          Role.ANALYST,
          "create",
          """
          {"title": "T", "summary": "S", "severity": "high", "type": "c2-server",
           "tlp": "TLP:CLEAR", "observables": [{"type": "ipv4-addr", "value": "198.51.100.0/25"}]}
          """);
      decide(program, id, Role.ANALYST, "submit", "{}");
      String hash = program.get("/api/warnings/" + id).path("working").path("hash").asString();
      decide(program, id, Role.LEAD, "approve", "{\"hash\": \"" + hash + "\"}");
      decide(program, id, Role.LEAD, "publish", "{}");

      awaitSightings(program, 1);
      JsonNode sighting =
          program.get("/api/objects?type=sighting").path("items").path(0).path("object");
      assertThat(sighting.path("sighting_of_ref").asString()).startsWith("indicator--");
      assertThat(sighting.path("count").asInt()).isEqualTo(1);
      assertThat(sighting.path("object_marking_refs").path(0).asString())
          .isEqualTo(Tlp.GREEN.markingId());
      HttpResponse<String> hunted =
          program.send(
              "analyst",
              "POST",
              "/api/hunts",
              "{\"pattern\": \"[ipv4-addr:value ISSUBSET '198.51.100.0/24']\", \"days\": 1}");
      assertThat(Program.json(hunted).path("found").asInt()).as(hunted.body()).isEqualTo(2);
    }
  }

  private static void decide(Program program, UUID id, Role role, String action, String details) {
    Actor by = new Actor(role.realmName(), Set.of(role), null);
    Command command =
        new Command(
            UUID.randomUUID(),
            by,
            Warning.ref(id),
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(details));
    program.bean(Journal.class).append(command);
    Decision decision =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> program.bean(Decisions.class).of(command.id()), Optional::isPresent)
            .orElseThrow();
    assertThat(decision.verdict()).as(decision.reason()).isEqualTo(Decision.Verdict.APPLIED);
  }

  private static void forgetHowFarItCame(Program program) throws Exception {
    StreamConnection connection = program.bean(StreamConnection.class);
    connection.admin().deleteConsumerGroups(Set.of(connection.group("hunt"))).all().get();
  }

  private static void awaitSightings(Program program, int count) {
    Awaitility.await().atMost(PATIENCE).until(() -> sightings(program).size() == count);
  }

  private static List<String> sightings(Program program) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode item :
        program.get("/api/objects?type=sighting&versions=all&limit=100").path("items")) {
      ids.add(item.path("object").path("id").asString());
    }
    return ids;
  }

  private static JsonNode sightingOf(Program program, String indicator) throws Exception {
    for (JsonNode item : program.get("/api/objects?type=sighting&limit=100").path("items")) {
      if (item.path("object").path("sighting_of_ref").asString().equals(indicator)) {
        return item.path("object");
      }
    }
    throw new AssertionError("no sighting of " + indicator);
  }

  private static Instant at(int minutesAgo) {
    return NOW.minus(Duration.ofMinutes(minutesAgo));
  }

  private static String row(int minutesAgo, int host) {
    String time = at(minutesAgo).toString().replace("T", " ").replace("Z", "");
    return time + ",198.51.100." + host + ",tcp,80,,http,64500,ZZ,R,C,HTTP/1.1,200\n";
  }

  private static void send(Program program, String more, String... rows) throws Exception {
    String header = "timestamp,ip,protocol,port,hostname,tag,asn,geo,region,city,http,http_code\n";
    hand(program, "name=scan_http.csv" + more, header + String.join("", rows));
  }

  private static void hand(Program program, String stix) throws Exception {
    hand(program, "format=stix-2.1", stix);
  }

  private static void hand(Program program, String query, String body) throws Exception {
    HttpResponse<String> answer = program.post(query, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    program.awaitComplete(Program.json(answer).path("receipt").asString());
  }

  private static String indicator(String id, int version, String pattern) {
    return """
    {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-11-01T08:00:00.000Z",
     "modified":"2026-11-02T08:%02d:00.000Z","name":"Seen","pattern_type":"stix",
     "pattern":"%s","valid_from":"2026-11-01T08:00:00.000Z","object_marking_refs":["%s"]}\
    """
        .formatted(id, version, pattern, Tlp.CLEAR.markingId());
  }
}
