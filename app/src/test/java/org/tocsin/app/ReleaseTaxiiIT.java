package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/** What was decided, as TAXII clients of several identities find it. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH, EngineKind.KEYCLOAK})
class ReleaseTaxiiIT {
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> ALL = Map.of("match[version]", "all");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static EngineAddresses engines;
  private static Program program;
  private static Deciding node;
  private static Map<String, TaxiiClient> clients;

  @BeforeAll
  static void start(EngineAddresses addresses) {
    engines = addresses;
    program = Program.process(engines, Program.prefix(), Deciding.Addressing.class);
    node = new Deciding(program);
    node.directory();
    clients =
        Map.of(
            "analyst", person("analyst"),
            "focal-fr", person("focal-fr"),
            "focal-de", person("focal-de"),
            "subscriber-siem", machine("subscriber-siem"),
            "peer-north", machine("peer-north"),
            "feed-shadowserver", machine("feed-shadowserver"));
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static TaxiiClient person(String name) {
    return TaxiiClient.bearer(program.url(), engines.token(name));
  }

  private static TaxiiClient machine(String name) {
    return TaxiiClient.basic(program.url(), name, name);
  }

  @Test
  void shouldShowTheCollectionOfAGroupToItsMembersAndTheTeamAlone() throws Exception {
    List<String> taking = List.of("analyst", "focal-fr", "peer-north");
    awaitGroup();
    String path = clients.get("analyst").collection("group-west");
    for (Map.Entry<String, TaxiiClient> client : clients.entrySet()) {
      List<String> aliases =
          client.getValue().collections().stream()
              .map(each -> each.path("alias").asString())
              .toList();
      assertThat(aliases).as(client.getKey()).contains("warnings", "incidents");
      assertThat(aliases.contains("group-west"))
          .as(client.getKey())
          .isEqualTo(taking.contains(client.getKey()));
      for (String address : List.of(path, "/taxii2/tocsin/collections/group-west/")) {
        assertThat(client.getValue().get(address + "objects/").statusCode())
            .as("%s at %s", client.getKey(), address)
            .isEqualTo(taking.contains(client.getKey()) ? 200 : 404);
      }
    }
  }

  @Test
  void shouldShowEachIdentityExactlyTheIncidentsItMaySee() throws Exception {
    awaitGroup();
    Map<Tlp, String> ids = new EnumMap<>(Tlp.class);
    for (Tlp tlp : Tlp.values()) {
      ids.put(tlp, node.incident(tlp, tlp == Tlp.AMBER ? 64496 : 64498));
    }
    node.notify(ids.get(Tlp.AMBER_STRICT), "west");
    Map<String, List<Tlp>> may =
        Map.of(
            "analyst", List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT),
            "focal-fr", List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT),
            "focal-de", List.of(Tlp.CLEAR, Tlp.GREEN),
            "subscriber-siem", List.of(Tlp.CLEAR, Tlp.GREEN),
            "peer-north", List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER_STRICT),
            "feed-shadowserver", List.of(Tlp.CLEAR));
    String strict = ids.get(Tlp.AMBER_STRICT);
    TaxiiClient analyst = clients.get("analyst");
    String versions = analyst.collection("incidents") + "objects/" + strict + "/versions/";
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> analyst.part(versions, NONE).body().path("versions").size() == 2);

    for (Map.Entry<String, List<Tlp>> each : may.entrySet()) {
      TaxiiClient client = clients.get(each.getKey());
      String collection = client.collection("incidents");
      for (Map<String, String> which : List.of(NONE, ALL)) {
        List<String> seen = ids(client.all(collection + "objects/", which));
        assertThat(seen.stream().distinct())
            .as("%s %s", each.getKey(), which)
            .filteredOn(ids::containsValue)
            .containsExactlyInAnyOrderElementsOf(each.getValue().stream().map(ids::get).toList());
      }
      for (Map.Entry<Tlp, String> object : ids.entrySet()) {
        boolean seen = each.getValue().contains(object.getKey());
        String path = collection + "objects/" + object.getValue() + "/";
        assertThat(client.get(path).statusCode()).isEqualTo(seen ? 200 : 404);
        assertThat(client.get(path + "versions/").statusCode()).isEqualTo(seen ? 200 : 404);
        assertThat(client.send("DELETE", path, NONE, BodyPublishers.noBody()).statusCode())
            .isEqualTo(seen ? 403 : 404);
      }
      if (each.getValue().contains(Tlp.AMBER_STRICT)) {
        assertThat(ids(client.all(client.collection("group-west") + "objects/", NONE)))
            .containsExactly(strict);
      }
    }
    TaxiiClient focal = clients.get("focal-fr");
    assertThat(focal.all(focal.collection("incidents") + "objects/" + strict + "/", ALL))
        .as("not from the time before it was for them")
        .hasSize(1);
    JsonNode core =
        focal
            .all(focal.collection("incidents") + "objects/" + strict + "/", NONE)
            .getFirst()
            .path("extensions")
            .path("extension-definition--ef765651-680c-498d-9894-99799f2fa126");
    assertThat(core.path("investigation_status").asString()).isEqualTo("new");
  }

  @Test
  void shouldShowEachIdentityAllItMaySeeOnceWhileTwoProcessesWriteAndOneHangsForHalfAMinute(
      @TempDir Path logs) throws Exception {
    String prefix = Program.prefix();
    try (Program first = Program.process(engines, prefix);
        ProgramProcess second = ProgramProcess.start(engines, prefix, logs.resolve("second.log"))) {
      new Deciding(first).directory();
      Deciding decided = new Deciding(first);
      Following following = new Following(engines, first.url());
      for (int round = 0; round < 4; round++) {
        following.write(tlp -> decided.openIncident(tlp, 64496));
        following.write(tlp -> byHand(second, tlp));
        following.read(round % 2 == 0 ? first.url() : second.url());
      }

      second.halt();
      Instant until = Instant.now().plusSeconds(30);
      int rounds = 0;
      for (; Instant.now().isBefore(until); rounds++) {
        following.write(tlp -> decided.openIncident(tlp, 64496));
        following.read(first.url());
      }
      second.goOn();

      for (int round = 0; round < 4; round++) {
        following.write(tlp -> byHand(second, tlp));
        following.write(tlp -> decided.openIncident(tlp, 64496));
        following.read(round % 2 == 0 ? second.url() : first.url());
      }
      assertThat(rounds).as("it was read and written meanwhile").isPositive();
      following.assertEachReadsExactlyWhatItMay();
    }
  }

  private static String byHand(ProgramProcess process, Tlp tlp) {
    try {
      return process.incident(
          engines.token("analyst"),
          """
          {"commandId": "%s", "title": "By hand", "type": "c2-server", "tlp": "%s", "asn": 64496}
          """
              .formatted(UUID.randomUUID(), tlp.label()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitGroup() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            clients.get("focal-fr").collections().stream()
                .anyMatch(each -> each.path("alias").asString().equals("group-west")));
  }

  private static List<String> ids(List<JsonNode> objects) {
    return objects.stream().map(object -> object.path("id").asString()).toList();
  }
}
