package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.formats.csaf.MandatoryTests;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.store.Decisions;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Published warnings, as those find them who have an address and perhaps a token. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH, EngineKind.KEYCLOAK})
class PublishedFeedsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD), null);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Program program;
  private static EngineAddresses engines;

  @BeforeAll
  static void start(EngineAddresses addresses, @TempDir Path folder) {
    engines = addresses;
    System.setProperty("tocsin.publisher.signing-key", folder.resolve("key.asc").toString());
    try {
      program = Program.process(engines, Program.prefix());
    } finally {
      System.clearProperty("tocsin.publisher.signing-key");
    }
    new Deciding(program).directory();
    carryOut(
        new Actor("admin", Set.of(Role.ADMIN), null),
        Organisation.ref("grid"),
        "put",
        "{\"name\": \"Grid\", \"kind\": \"constituent\", \"assets\": [\"energy.attacker.net\"]}");
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void shouldShowEachReaderWhatItMaySeeAndNothingOfItOnceItIsWithdrawn() throws Exception {
    UUID open = publish("Open door", Tlp.CLEAR, "open.attacker.net");
    UUID green = publish("Green door", Tlp.GREEN, "green.attacker.net");
    UUID amber = publish("Amber door", Tlp.AMBER, "amber.attacker.net");
    String france = "Bearer " + engines.token("focal-fr");
    String germany = "Bearer " + engines.token("focal-de");
    String siem = basic("subscriber-siem");
    await("/feeds/warnings.atom", france, "Amber door");

    assertThat(get("/feeds/warnings.atom", null).body())
        .contains("Open door")
        .doesNotContain("Green", "Amber", green.toString(), amber.toString());
    for (String who : List.of(germany, siem)) {
      assertThat(get("/feeds/warnings.atom", who).body())
          .contains("Open door", "Green door")
          .doesNotContain("Amber", amber.toString());
    }
    assertThat(get("/feeds/warnings.atom", "Bearer nonsense").statusCode()).isEqualTo(401);
    assertThat(get("/feeds/cap/" + amber + ".xml", siem).statusCode()).isEqualTo(404);
    assertThat(get("/feeds/cap/" + amber + ".xml", null).statusCode()).isEqualTo(404);
    assertThat(get("/feeds/cap/" + amber + ".xml", france).body()).contains("Amber door");

    HttpResponse<String> whole = get("/feeds/warnings.atom", null);
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(whole.headers().firstValue("Vary"))
        .hasValueSatisfying(vary -> assertThat(vary).contains("Authorization"));
    assertThat(get("/feeds/warnings.atom", null, "If-None-Match", tag).statusCode()).isEqualTo(304);

    carryOut(LEAD, open, "withdraw", "{\"reason\": \"a drill\"}");
    await("/feeds/cap/" + open + ".xml", null, "<msgType>Cancel</msgType>");
    for (String who : new String[] {null, france, germany, siem, bearer("analyst")}) {
      for (String path : paths(open)) {
        assertThat(get(path, who).body()).as(path).doesNotContain("Open door", "open.attacker.net");
      }
    }
  }

  @Test
  void shouldShowANarrowedWarningToThoseAloneItIsLeftTo() throws Exception {
    UUID wide = publish("Careless words", Tlp.CLEAR, "careless.attacker.net");
    UUID narrow = UUID.randomUUID();
    await("/feeds/warnings.atom", null, "Careless words");
    carryOut(
        LEAD,
        wide,
        "narrow",
        """
        {"into": "%s", "tlp": "AMBER", "audience": {"organisations": ["cert-fr"]}}
        """
            .formatted(narrow));
    await("/feeds/cap/" + narrow + ".xml", bearer("focal-fr"), "Careless words");
    await("/feeds/cap/" + wide + ".xml", null, "<msgType>Cancel</msgType>");

    for (String who : new String[] {null, bearer("focal-de"), basic("subscriber-siem")}) {
      List<String> paths = new ArrayList<>(paths(wide));
      paths.addAll(paths(narrow));
      for (String path : paths) {
        assertThat(get(path, who).body())
            .as(path + " " + who)
            .doesNotContain("Careless", "careless.attacker.net");
      }
    }
  }

  @Test
  void shouldProvideCsafThatIsHashedSignedAndPassesTheMandatoryTests() throws Exception {
    UUID warning = publish("Signed words", Tlp.CLEAR, "signed.attacker.net");
    JsonNode metadata = json(get("/.well-known/csaf/provider-metadata.json", null));
    assertThat(metadata.path("role").asString()).isEqualTo("csaf_trusted_provider");
    String feed = metadata.at("/distributions/0/rolie/feeds/0/url").asString();
    String path = URI.create(feed).getPath();
    await(path, null, "Signed words");

    JsonNode entry = null;
    for (JsonNode one : json(get(path, null)).at("/feed/entry")) {
      entry = one.path("id").asString().equals(warning.toString()) ? one : entry;
    }
    String document = URI.create(entry.at("/content/src").asString()).getPath();
    String content = get(document, null).body();
    assertThat(MandatoryTests.failures(EntityJson.MAPPER.readTree(content))).isEmpty();
    for (String bits : List.of("256", "512")) {
      String hash =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-" + bits).digest(content.getBytes()));
      assertThat(get(document + ".sha" + bits, null).body()).startsWith(hash + "  ");
    }
    assertThat(get(document + ".asc", null).body()).startsWith("-----BEGIN PGP SIGNATURE-----");
    String key = metadata.at("/public_openpgp_keys/0/url").asString();
    assertThat(get(URI.create(key).getPath(), null).body()).contains("PUBLIC KEY BLOCK");
  }

  @Test
  void shouldListWhatIsNeitherBenignNorAConstituents() throws Exception {
    publish("Bad names", Tlp.CLEAR, "listed.attacker.net");
    publish("A constituent's name", Tlp.CLEAR, "www.energy.attacker.net");
    await("/feeds/warnings.atom", null, "A constituent's name");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> program.bean(KnownDirectory.class).now().organisation("grid").isPresent());

    for (String path : List.of("/feeds/blocklist/domain.txt", "/feeds/rpz.zone")) {
      assertThat(get(path, null).body()).contains("listed.attacker.net").doesNotContain("energy");
    }
    assertThat(get("/feeds/indicators.csv", null).body())
        .contains("\"listed.attacker.net\"")
        .doesNotContain("energy");
    assertThat(json(get("/feeds/misp/manifest.json", null)).size()).isPositive();
    assertThat(get("/feeds/rolie/", null).body()).contains("/feeds/rolie/warnings.atom");
  }

  /** Every address at which something of a warning could be. */
  private static List<String> paths(UUID warning) {
    List<String> paths =
        new ArrayList<>(
            List.of("/feeds/warnings.atom", "/feeds/cap/", "/feeds/cap/" + warning + ".xml"));
    int year = Year.now(ZoneOffset.UTC).getValue();
    for (String level : List.of("white", "green", "amber")) {
      paths.add("/feeds/csaf/" + level + "/feed.json");
      paths.add("/feeds/csaf/" + level + "/" + year + "/" + warning + ".json");
    }
    return paths;
  }

  private static UUID publish(String title, Tlp tlp, String domain) {
    UUID id = UUID.randomUUID();
    String json =
        """
        {"title": "%s", "summary": "About it.", "severity": "high", "type": "phishing",
         "tlp": "%s", "audience": {"organisations": ["cert-fr"]},
         "cves": ["CVE-2026-12345"], "products": ["cpe:2.3:a:example:mail:1.0:*:*:*:*:*:*:*"],
         "observables": [{"type": "domain", "value": "%s"}]}
        """
            .formatted(title, tlp.label(), domain);
    carryOut(ANALYST, id, "create", json);
    carryOut(ANALYST, id, "submit", "{}");
    String hash =
        EntityJson.read((ObjectNode) EntityJson.MAPPER.readTree(json), WarningContent.class).hash();
    carryOut(LEAD, id, "approve", "{\"hash\": \"" + hash + "\"}");
    carryOut(LEAD, id, "publish", "{}");
    return id;
  }

  private static void carryOut(Actor by, UUID warning, String action, String json) {
    carryOut(by, Warning.ref(warning), action, json);
  }

  private static void carryOut(Actor by, EntityRef entity, String action, String json) {
    Command command =
        new Command(
            UUID.randomUUID(),
            by,
            entity,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    program.bean(Journal.class).append(command);
    Decision decision =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> program.bean(Decisions.class).of(command.id()), Optional::isPresent)
            .orElseThrow();
    assertThat(decision.verdict()).as(decision.reason()).isEqualTo(Decision.Verdict.APPLIED);
  }

  private static String bearer(String name) {
    return "Bearer " + engines.token(name);
  }

  private static String basic(String machine) {
    return "Basic " + Base64.getEncoder().encodeToString((machine + ":" + machine).getBytes());
  }

  private static void await(String path, String authorization, String text) {
    Awaitility.await().atMost(PATIENCE).until(() -> get(path, authorization).body().contains(text));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return EntityJson.MAPPER.readTree(response.body());
  }

  private static HttpResponse<String> get(String path, String authorization, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.url() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
