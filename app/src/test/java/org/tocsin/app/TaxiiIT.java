package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.app.StixText.Level;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** The TAXII server of the running program, as clients of several identities find it. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH, EngineKind.KEYCLOAK})
class TaxiiIT {
  private static final Map<String, String> ALL = Map.of("match[version]", "all");
  private static final Map<String, String> NONE = Map.of();

  private static EngineAddresses engines;
  private static Program program;
  private static TaxiiClient focal;
  private static TaxiiClient analyst;

  @BeforeAll
  static void start(EngineAddresses addresses) {
    engines = addresses;
    program = Program.process(engines, Program.prefix());
    focal = as("focal-fr");
    analyst = as("analyst");
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static TaxiiClient as(String name) {
    return TaxiiClient.bearer(program.url(), engines.token(name));
  }

  private static TaxiiClient machine(String name) {
    return TaxiiClient.basic(program.url(), name, name);
  }

  @Test
  void shouldLeadFromDiscoveryToCollections() throws Exception {
    assertThat(focal.root()).isEqualTo("/taxii2/tocsin/");
    JsonNode root = TaxiiClient.ok(focal.get(focal.root()));
    assertThat(root.path("versions").valueStream().map(JsonNode::asString))
        .containsExactly(TaxiiClient.TAXII);
    assertThat(root.path("max_content_length").asInt()).isEqualTo(10 * 1024 * 1024);
    assertThat(focal.collections().stream().map(each -> each.path("alias").asString()))
        .contains("observations", "objects", "inbox");
    assertThat(writable(focal)).containsExactly("inbox");
    assertThat(writable(machine("subscriber-siem"))).isEmpty();
  }

  /** Many clients write the brackets of {@code match[type]} as the standard does (section 3.4). */
  @Test
  void shouldTakeBracketsAsTheyAre() throws Exception {
    URI server = URI.create(program.url());
    String path = focal.collection("objects") + "objects/?match[type]=indicator";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(path, TaxiiClient.TAXII, engines.token("focal-fr"));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void shouldShowEachIdentityExactlyWhatThePolicyAllows() throws Exception {
    Map<Level, String> ids = new TreeMap<>();
    for (Level level : Level.values()) {
      ids.put(level, StixText.id("indicator"));
    }
    String[] objects =
        ids.entrySet().stream()
            .map(each -> StixText.indicator(each.getValue(), each.getKey(), 1))
            .toArray(String[]::new);
    JsonNode status = focal.add("inbox", objects);
    assertThat(status.path("total_count").asInt()).isEqualTo(5);
    assertThat(status.path("success_count").asInt()).isEqualTo(5);

    Map<TaxiiClient, List<Level>> may =
        Map.of(
            analyst,
            List.of(Level.CLEAR, Level.GREEN, Level.AMBER, Level.AMBER_STRICT),
            focal,
            List.of(Level.CLEAR, Level.GREEN, Level.AMBER, Level.AMBER_STRICT),
            as("focal-de"),
            List.of(Level.CLEAR, Level.GREEN),
            machine("subscriber-siem"),
            List.of(Level.CLEAR, Level.GREEN),
            machine("peer-north"),
            List.of(Level.CLEAR, Level.GREEN),
            machine("feed-shadowserver"),
            List.of(Level.CLEAR));
    for (Map.Entry<TaxiiClient, List<Level>> each : may.entrySet()) {
      TaxiiClient client = each.getKey();
      String collection = client.collection("objects");
      assertThat(ids(client.all(collection + "objects/", NONE)))
          .filteredOn(ids::containsValue)
          .containsExactlyInAnyOrderElementsOf(each.getValue().stream().map(ids::get).toList());
      for (Map.Entry<Level, String> object : ids.entrySet()) {
        boolean seen = each.getValue().contains(object.getKey());
        String path = collection + "objects/" + object.getValue() + "/";
        assertThat(client.get(path).statusCode()).isEqualTo(seen ? 200 : 404);
        assertThat(client.get(path + "versions/").statusCode()).isEqualTo(seen ? 200 : 404);
        assertThat(delete(client, path).statusCode()).isEqualTo(seen ? 403 : 404);
      }
    }
    String inbox = as("focal-de").collection("inbox");
    assertThat(as("focal-de").all(inbox + "objects/", ALL)).isEmpty();
    String account = "/taxii2/tocsin/status/" + status.path("id").asString() + "/";
    assertThat(focal.get(account).statusCode()).isEqualTo(200);
    TaxiiClient.error(as("focal-de").get(account), 404);
  }

  @Test
  void shouldTellTheVersionsOfAnObject() throws Exception {
    String id = StixText.id("indicator");
    for (int minute = 1; minute <= 3; minute++) {
      focal.add("inbox", StixText.indicator(id, Level.GREEN, minute));
    }
    TaxiiClient reader = machine("subscriber-siem");
    String collection = reader.collection("objects");
    String path = collection + "objects/" + id + "/";

    assertThat(versions(reader, path, "last")).containsExactly(StixText.modified(3));
    assertThat(versions(reader, path, "first")).containsExactly(StixText.modified(1));
    assertThat(versions(reader, path, "first,last"))
        .containsExactly(StixText.modified(1), StixText.modified(3));
    assertThat(versions(reader, path, StixText.modified(2))).containsExactly(StixText.modified(2));
    assertThat(versions(reader, path, "all")).hasSize(3);
    assertThat(reader.part(path, NONE).objects()).hasSize(1);
    assertThat(
            reader
                .part(path + "versions/", NONE)
                .body()
                .path("versions")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactly(StixText.modified(1), StixText.modified(2), StixText.modified(3));
    Map<String, String> one = Map.of("match[id]", id, "match[version]", "all", "limit", "1");
    List<JsonNode> manifest = reader.all(collection + "manifest/", one);
    assertThat(manifest.stream().map(each -> each.path("version").asString()))
        .containsExactly(StixText.modified(1), StixText.modified(2), StixText.modified(3));
    String added = manifest.get(1).path("date_added").asString();
    assertThat(
            reader.all(
                collection + "objects/",
                Map.of("match[id]", id, "match[version]", "all", "added_after", added)))
        .singleElement()
        .satisfies(
            last -> assertThat(last.path("modified").asString()).isEqualTo(StixText.modified(3)));
  }

  @Test
  void shouldShowObservationsWithTheirScosButNothingPersonal() throws Exception {
    String id = StixText.id("observed-data");
    focal.add("inbox", StixText.observed(id, Level.GREEN));
    TaxiiClient reader = machine("subscriber-siem");
    for (String alias : List.of("observations", "objects")) {
      String objects = reader.collection(alias) + "objects/";
      assertThat(ids(reader.all(objects, NONE)))
          .contains(id, StixText.ADDRESS)
          .noneMatch(other -> other.startsWith("email-addr--"));
      assertThat(types(reader.all(objects, Map.of("match[type]", "ipv4-addr"))))
          .isNotEmpty()
          .containsOnly("ipv4-addr");
      assertThat(types(reader.all(objects, Map.of("match[type]", "email-addr")))).isEmpty();
      assertThat(types(reader.part(objects + StixText.ADDRESS + "/", NONE).objects()))
          .isNotEmpty()
          .containsOnly("ipv4-addr");
      assertThat(ids(reader.all(objects, Map.of("match[id]", id)))).containsExactly(id);
      assertThat(reader.all(objects, Map.of("match[spec_version]", "2.0"))).isEmpty();
      assertThat(ids(focal.all(focal.collection(alias) + "objects/", NONE)))
          .contains(id)
          .anyMatch(other -> other.startsWith("email-addr--"));
    }
  }

  @Test
  void shouldAnswerWhatIsWrongAsTheStandardSays() throws Exception {
    String objects = focal.collection("objects") + "objects/";
    String inbox = focal.collection("inbox") + "objects/";
    String envelope = "{\"objects\":[" + StixText.indicator("indicator--x", Level.CLEAR, 1) + "]}";

    HttpResponse<String> stranger = TaxiiClient.bearer(program.url(), "wrong").get("/taxii2/");
    TaxiiClient.error(stranger, 401);
    assertThat(stranger.headers().allValues("WWW-Authenticate"))
        .anyMatch(way -> way.startsWith("Basic "))
        .anyMatch(way -> way.startsWith("Bearer "));
    TaxiiClient.error(TaxiiClient.basic(program.url(), "peer-north", "no").get("/taxii2/"), 401);
    TaxiiClient.error(focal.get("/taxii2/other/"), 404);
    TaxiiClient.error(focal.get("/taxii2/tocsin/collections/warnungen/"), 404);
    TaxiiClient.error(focal.get("/taxii2/tocsin/status/1/"), 404);
    TaxiiClient.error(focal.get(objects + StixText.id("indicator") + "/"), 404);
    for (String wrong :
        List.of(
            "limit=0",
            "limit=x",
            "added_after=yesterday",
            "next=nonsense",
            "match%5Bversion%5D=newest",
            "match%5Bname%5D=x")) {
      TaxiiClient.error(focal.get(objects + "?" + wrong), 400);
    }
    Map<String, String> html = Map.of("Accept", "text/html");
    TaxiiClient.error(focal.send("GET", objects, html, BodyPublishers.noBody()), 406);
    Map<String, String> older = Map.of("Accept", "application/taxii+json;version=2.0");
    TaxiiClient.error(focal.send("GET", objects, older, BodyPublishers.noBody()), 406);
    TaxiiClient.error(focal.post(inbox, "application/json", envelope), 415);
    TaxiiClient.error(focal.post(inbox, TaxiiClient.TAXII, "{\"objects\":[1]}"), 400);
    TaxiiClient.error(focal.post(inbox, TaxiiClient.TAXII, " ".repeat(10_485_761)), 413);
    TaxiiClient.error(focal.post(objects, TaxiiClient.TAXII, envelope), 403);
    TaxiiClient.error(machine("subscriber-siem").post(inbox, TaxiiClient.TAXII, envelope), 403);
    HttpResponse<String> put = focal.send("PUT", objects, NONE, BodyPublishers.noBody());
    TaxiiClient.error(put, 405);
    assertThat(put.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
  }

  @Test
  void shouldShowEveryVersionOnceWhileTwoProcessesWriteAndOneStops() throws Exception {
    String prefix = Program.prefix();
    List<String> written = new ArrayList<>();
    List<String> read = new ArrayList<>();
    try (Program first = Program.process(engines, prefix)) {
      TaxiiClient sender = TaxiiClient.bearer(first.url(), engines.token("focal-fr"));
      TaxiiClient reader = TaxiiClient.basic(first.url(), "subscriber-siem", "subscriber-siem");
      Map<String, String> next = new TreeMap<>(ALL);
      next.put("limit", "7");
      try (Program second = Program.process(engines, prefix)) {
        for (int round = 0; round < 20; round++) {
          TaxiiClient writer = round % 2 == 0 ? sender : sender.at(second.url());
          written.addAll(write(writer));
          follow(round % 3 == 0 ? reader.at(second.url()) : reader, next, read);
        }
      }
      for (int round = 0; round < 5; round++) {
        written.addAll(write(sender));
        follow(reader, next, read);
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> {
            follow(reader, next, read);
            return read.size() >= written.size();
          });
      assertThat(read).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  /** Adds some, and does not wait for them. */
  private static List<String> write(TaxiiClient writer) throws Exception {
    List<String> ids = IntStream.range(0, 5).mapToObj(each -> StixText.id("indicator")).toList();
    String objects =
        ids.stream()
            .map(id -> StixText.indicator(id, Level.GREEN, 1))
            .collect(Collectors.joining(",", "{\"objects\":[", "]}"));
    assertThat(
            writer
                .post(writer.collection("inbox") + "objects/", TaxiiClient.TAXII, objects)
                .statusCode())
        .isEqualTo(202);
    return ids;
  }

  /** Reads on by {@code added_after}, as far as there is something. */
  private static void follow(TaxiiClient reader, Map<String, String> next, List<String> read)
      throws Exception {
    TaxiiClient.Part part;
    do {
      part = reader.part(reader.collection("objects") + "objects/", next);
      read.addAll(ids(part.objects()));
      if (!part.last().isEmpty()) {
        next.put("added_after", part.last());
      }
    } while (part.body().path("more").asBoolean());
  }

  private static List<String> versions(TaxiiClient client, String path, String which)
      throws Exception {
    return client.all(path, Map.of("match[version]", which)).stream()
        .map(object -> object.path("modified").asString())
        .toList();
  }

  private static List<String> writable(TaxiiClient client) throws Exception {
    return client.collections().stream()
        .filter(each -> each.path("can_write").asBoolean())
        .map(each -> each.path("alias").asString())
        .toList();
  }

  private static HttpResponse<String> delete(TaxiiClient client, String path) throws Exception {
    return client.send("DELETE", path, NONE, BodyPublishers.noBody());
  }

  private static List<String> ids(List<JsonNode> objects) {
    return objects.stream().map(object -> object.path("id").asString()).toList();
  }

  private static List<String> types(List<JsonNode> objects) {
    return objects.stream().map(object -> object.path("type").asString()).toList();
  }
}
