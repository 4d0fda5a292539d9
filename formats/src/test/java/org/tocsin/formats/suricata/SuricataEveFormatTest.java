package org.tocsin.formats.suricata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Suppressed;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class SuricataEveFormatTest {
  private static final SuricataEveFormat FORMAT = new SuricataEveFormat();
  private static final String PATH = "/samples/suricata/eve.json";
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @Test
  void shouldReadTheFirstAlertAsAPersonDoes() {
    Submitted log = Submitted.ofResource(FORMAT, PATH);
    Observation first = log.observations().getFirst();

    assertThat(first.observedAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00.250Z"));
    assertThat(first.rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
    assertThat(first.reportType()).isEqualTo("Malware Command and Control Activity Detected");
    assertThat(first.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(first.objects())
        .extracting(StixObject::type, object -> object.text("value").orElse(""))
        .containsExactly(
            tuple("observed-data", ""),
            tuple("ipv4-addr", "192.0.2.14"),
            tuple("ipv4-addr", "203.0.113.5"),
            tuple("network-traffic", ""));
    JsonNode traffic = first.objects().getLast().json();
    assertThat(traffic.get("src_ref").stringValue()).isEqualTo(first.objects().get(1).id());
    assertThat(traffic.get("src_port").intValue()).isEqualTo(50096);
    assertThat(traffic.get("dst_port").intValue()).isEqualTo(80);
    assertThat(traffic.get("protocols").toString()).isEqualTo("[\"ipv4\",\"tcp\",\"http\"]");
    assertThat(first.objects().getFirst().json().get("confidence").intValue()).isEqualTo(85);
  }

  @ParameterizedTest
  @CsvSource({
    "alert.signature_id, 9000001",
    "alert.rev, 4",
    "alert.gid, 1",
    "alert.signature, EXAMPLE bot asks for orders",
    "alert.severity, 1",
    "alert.metadata.signature_severity, Major",
    "alert.action, allowed",
    "flow_id, 1000000000000001",
    "flow.start, 2026-11-20T09:59:59.900000+0100",
    "flow.bytes_toserver, 512",
    "community_id, 1:AAECAwQFBgcICQoLDA0ODxAREhM=",
    "http.hostname, c2.example.org",
  })
  void shouldKeepWhatTheAlertSaysOfRuleAndFlow(String field, String text) {
    assertThat(fieldsOfFirst().get(field).stringValue()).isEqualTo(text);
  }

  @Test
  void shouldLeaveContentInTheRawRecord() {
    assertThat(fieldsOfFirst().toString()).doesNotContain("secret", "c2VjcmV0");
  }

  @Test
  void shouldTakeForSubjectWhomTheCategoryIsAbout() {
    assertThat(Submitted.ofResource(FORMAT, PATH).observations())
        .extracting(Observation::rsit, each -> each.objects().get(1).text("value").orElseThrow())
        .containsExactly(
            tuple(Rsit.INFECTED_SYSTEM, "192.0.2.14"), // who calls its master
            tuple(Rsit.SCANNER, "198.51.100.23"), // who scans
            tuple(Rsit.MALWARE_DISTRIBUTION, "203.0.113.9"), // who serves the page
            tuple(Rsit.INFECTED_SYSTEM, "192.0.2.16"), // who called, though the answer matched
            tuple(Rsit.EXPLOIT, "198.51.100.24"), // whom the rule names as the attack's source
            tuple(null, "2001:db8::1"),
            tuple(Rsit.IDS_ALERT, "198.51.100.25"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Executable code was detected|`\"x\":1`|203.0.113.5",
        "A Network Trojan was detected|`\"direction\":\"to_client\"`|192.0.2.14",
        "A Network Trojan was detected|`\"flow\":{\"src_ip\":\"192.0.2.14\"}`|192.0.2.14",
        "A Network Trojan was detected"
            + "|`\"direction\":\"to_client\",\"flow\":{\"src_ip\":\"192.0.2.99\"}`|192.0.2.14",
        "A Network Trojan was detected"
            + "|`\"direction\":\"to_client\",\"flow\":{\"src_ip\":\"203.0.113.5\"}`|203.0.113.5",
        "A Network Trojan was detected|`\"direction\":\"to_server\"`|203.0.113.5",
        "a network trojan was DETECTED|`\"x\":1`|203.0.113.5",
        "Possible Social Engineering Attempted|`\"direction\":\"to_server\"`|192.0.2.14",
        "Possible Social Engineering Attempted|`\"direction\":\"to_client\"`|203.0.113.5",
        "Successful Administrator Privilege Gain|`\"direction\":\"to_client\"`|203.0.113.5",
        "Something of ours|`\"direction\":\"to_client\"`|203.0.113.5",
      })
  void shouldFindTheSubjectByCategoryAndDirection(String category, String more, String subject) {
    String line =
        "{\"timestamp\":\"2026-11-20T10:00:00+0000\",\"event_type\":\"alert\","
            + "\"src_ip\":\"203.0.113.5\",\"dest_ip\":\"192.0.2.14\",\"proto\":\"ICMP\","
            + more
            + ",\"alert\":{\"category\":\""
            + category
            + "\"}}";
    assertThat(Submitted.of(FORMAT, "eve.json", line).objects().get(1).text("value"))
        .contains(subject);
  }

  @Test
  void shouldWriteTrafficFromWhoBeganToTalk() {
    assertThat(Submitted.ofResource(FORMAT, PATH).objects("network-traffic"))
        .extracting(traffic ->
            traffic.json().path("src_port").asString("-")
                + " "
                + traffic.json().path("dst_port").asString("-")
                + " "
                + traffic.json().get("protocols"))
        .containsExactly(
            "50096 80 [\"ipv4\",\"tcp\",\"http\"]",
            "40112 22 [\"ipv4\",\"tcp\"]",
            "51022 8080 [\"ipv4\",\"tcp\",\"http\"]",
            "51023 443 [\"ipv4\",\"tcp\",\"tls\"]",
            "40113 80 [\"ipv4\",\"tcp\"]",
            "- - [\"ipv6\",\"ipv6-icmp\"]",
            "40114 502 [\"ipv4\",\"tcp\"]");
  }

  @Test
  void shouldNameServersOnlyWhereTheyAreTheSubject() {
    Submitted log = Submitted.ofResource(FORMAT, PATH);
    assertThat(log.objects("domain-name"))
        .extracting(name -> name.text("value").orElseThrow())
        .containsExactly("kit.example.net");
    assertThat(log.objects("url"))
        .extracting(url -> url.text("value").orElseThrow())
        .containsExactly("http://kit.example.net:8080/landing");
  }

  @Test
  void shouldReadFilesAndCertificates() {
    Submitted log = Submitted.ofResource(FORMAT, PATH);
    assertThat(log.objects("file")).hasSize(1);
    assertThat(log.objects("file").getFirst().json().get("hashes").toString())
        .contains("a".repeat(64), "b".repeat(32));
    assertThat(log.objects("x509-certificate")).hasSize(1);
    assertThat(log.objects("x509-certificate").getFirst().json().toString())
        .contains("0c".repeat(20), "0A:0B", "2027-01-01T00:00:00.000Z");
  }

  @Test
  void shouldKeepOutWhatIsNoAlert() {
    Submitted log = Submitted.ofResource(FORMAT, PATH);
    assertThat(log.records()).isEqualTo(14);
    assertThat(log.observations()).hasSize(7);
    assertThat(log.suppressed()).hasSize(7).extracting(Suppressed::rule).containsOnly("no-alert");
    assertThat(log.rejects()).isEmpty();
  }

  @Test
  void shouldWriteValidStix() {
    assertThat(Submitted.ofResource(FORMAT, PATH).schemaErrors()).isEmpty();
  }

  @Test
  void shouldKnowTheSameLineAgainWhereverItStands() {
    String line = lines().getFirst();
    Submitted alone = Submitted.of(FORMAT, "eve.json", line);
    Submitted listed = Submitted.of(FORMAT, "other.json", "[" + line + "]");
    assertThat(listed.observations().getFirst().contentId())
        .isEqualTo(alone.observations().getFirst().contentId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timestamp\":\"2026-11-20T10:00:00Z\"}|/event_type|MISSING_FIELD",
        "{\"event_type\":7}|/event_type|BAD_VALUE",
        "{\"event_type\":\"alert\",\"timestamp\":\"2026-11-20T10:00:00Z\"}|/alert|MISSING_FIELD",
        "{\"event_type\":\"alert\",\"alert\":[]}|/alert|BAD_VALUE",
        "{\"event_type\":\"alert\",\"alert\":{}}|/timestamp|MISSING_FIELD",
        "{\"event_type\":\"alert\",\"alert\":{},\"timestamp\":\"now\"}|/timestamp|BAD_VALUE",
        "{\"event_type\":\"alert\",\"alert\":{},\"timestamp\":\"2026-11-20T10:00:00Z\","
            + "\"src_ip\":\"nobody\"}||MISSING_FIELD",
        "{\"event_type\":\"alert\"||UNREADABLE",
      })
  void shouldRejectWhatSaysTooLittle(String line, String path, RejectReason reason) {
    String log = lines().get(2) + "\n" + line + "\n" + lines().get(3) + "\n";
    Submitted read = Submitted.of(FORMAT, "eve.json", log);
    assertThat(read.observations()).hasSize(2);
    assertThat(read.rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(tuple(2L, path, reason));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void shouldBeRecognisedWhateverComesFirst(String line) {
    assertThat(recognised(null, line.getBytes(StandardCharsets.UTF_8))).isEqualTo("suricata-eve");
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void shouldNotTakeWhatIsAnothers(Path file) throws IOException {
    byte[] head = Files.readAllBytes(file);
    assertThat(FORMAT.recognise(new Sample(null, null, head))).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "idea/phishing.ndjson|idea",
        "n6/events.json|n6",
        "intelmq/events.ndjson|intelmq",
        "table/generic-ndjson.ndjson|generic-ndjson",
      })
  void shouldLeaveNeighboursTheirs(String file, String format) throws IOException {
    assertThat(recognised(null, Files.readAllBytes(SAMPLES.resolve(file)))).isEqualTo(format);
  }

  @Test
  void shouldLeaveOtherJsonWithTheSameWordsAlone() {
    String told = "{\"event_type\":\"login\",\"timestamp\":\"2026-11-20T10:00:00Z\",\"ip\":\"x\"}";
    byte[] head = told.getBytes(StandardCharsets.UTF_8);
    assertThat(FORMAT.recognise(new Sample("eve.json", null, head))).isZero();
  }

  private static String recognised(String name, byte[] head) {
    return KnownFormats.all()
        .recognise(new Sample(name, null, head))
        .map(Format::name)
        .orElse("none");
  }

  private static JsonNode fieldsOfFirst() {
    StixObject seen = Submitted.ofResource(FORMAT, PATH).objects("observed-data").getFirst();
    return seen.json().get("extensions").get(TocsinExtension.ID).get(TocsinExtension.FIELDS);
  }

  static List<String> lines() {
    return new String(Submitted.bytes(PATH), StandardCharsets.UTF_8).lines().toList();
  }

  static List<Path> foreign() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("suricata/eve.json"))
          .toList();
    }
  }
}
