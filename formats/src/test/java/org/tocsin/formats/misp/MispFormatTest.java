package org.tocsin.formats.misp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.report.Suppressed;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class MispFormatTest {
  private static final String SAMPLE = "/samples/misp/campaign.json";
  private static final String TEXT = new String(Submitted.bytes(SAMPLE), UTF_8);

  private final Submitted event = Submitted.ofResource(new MispFormat(), SAMPLE);

  @Test
  void shouldMakeAReportOfAnEventThatRefersToAllElse() {
    assertThat(event.rejects()).isEmpty();
    assertThat(event.records()).isEqualTo(1);
    assertThat(event.schemaErrors()).isEmpty();
    JsonNode report = event.objects().getFirst().json();
    assertThat(report.path("name").asString()).isEqualTo("Example campaign against mail servers");
    assertThat(report.path("created").asString()).isEqualTo("2026-11-18T00:00:00.000Z");
    assertThat(Instant.parse(report.path("modified").asString()))
        .isEqualTo(Instant.ofEpochSecond(1795168800));
    assertThat(report.path("labels").toString()).contains("rsit:malicious-code", "\"example\"");
    assertThat(report.at("/external_references/1/url").asString())
        .isEqualTo("https://example.org/report");
    assertThat(fields(report).at("/attributes/0/value").asString()).isEqualTo("It's \\ new");
    List<String> told =
        event.objects().stream()
            .filter(object -> !object.type().equals("report"))
            .filter(object -> object.json().has("created"))
            .map(StixObject::id)
            .toList();
    assertThat(report.path("object_refs"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void shouldMakeAnIndicatorOfWhatIsFitToDetectBy() {
    assertThat(event.objects("indicator"))
        .extracting(object -> object.json().path("pattern").asString())
        .containsExactly(
            "[network-traffic:dst_ref.value = '192.0.2.7' AND network-traffic:dst_port = 8443]",
            "[mutex:name = 'Global\\\\it\\'s']",
            "rule a { condition: false }",
            "[ipv6-addr:value ISSUBSET '2001:db8::/48']",
            "[file:hashes.'MD5' = 'd41d8cd98f00b204e9800998ecf8427e' AND (file:name = 'a.exe' OR"
                + " file:name = 'b.exe')]");
    JsonNode first = event.objects("indicator").getFirst().json();
    assertThat(first.path("confidence").asInt()).isEqualTo(75);
    assertThat(event.objects("indicator").get(1).revoked()).isTrue();
    assertThat(event.objects("indicator").get(2).json().path("pattern_type").asString())
        .isEqualTo("yara");
  }

  @Test
  void shouldMakeNoIndicatorOfWhatEverybodyHas() {
    Submitted submitted =
        Submitted.of(
            new MispFormat(),
            "x",
            TEXT.replace("192.0.2.7|8443", "10.0.0.7|8443")
                .replace("\"2001:db8::/48\"", "\"fc00::/8\"")
                .replace("\"filename\", \"object_relation\"", "\"md5\", \"object_relation\"")
                .replace("a.exe", "0123456789abcdef0123456789abcdef"));

    assertThat(submitted.objects("indicator"))
        .extracting(object -> object.json().path("pattern").asString())
        .containsExactly(
            "[mutex:name = 'Global\\\\it\\'s']", // taken back
            "rule a { condition: false }",
            "[file:hashes.'MD5' = '0123456789abcdef0123456789abcdef']");
    assertThat(submitted.objects("ipv4-addr"))
        .extracting(object -> object.json().path("value").asString())
        .contains("10.0.0.7");
    assertThat(submitted.schemaErrors()).isEmpty();
  }

  @Test
  void shouldBindEachObjectByTheEventsTagsAndItsOwn() {
    assertThat(version("indicator").tlp()).isEqualTo(Tlp.AMBER);
    assertThat(version("report").tlp()).isEqualTo(Tlp.GREEN);
    assertThat(version("vulnerability").tlp()).isEqualTo(Tlp.GREEN);
    Submitted unknown =
        Submitted.of(new MispFormat(), "x", TEXT.replace("tlp:green", "tlp:ex:chr"));
    assertThat(((StixVersion) unknown.facts().getFirst()).tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldMakeAnObservationOfWhatWasOnlySeen() {
    assertThat(event.observations()).hasSize(3);
    Observation domain = event.observations().getFirst();
    assertThat(domain.observedAt()).isEqualTo(Instant.parse("2026-11-17T10:00:00Z"));
    assertThat(domain.rsit()).isEqualTo(Rsit.C2_SERVER);
    assertThat(domain.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(domain.objects().get(1).json().path("value").asString()).isEqualTo("c2.example.org");
    Observation server = event.observations().getLast();
    assertThat(server.objects().stream().map(StixObject::type))
        .containsExactly("observed-data", "domain-name", "ipv4-addr", "network-traffic");
    assertThat(server.objects().get(1).json().path("resolves_to_refs").size()).isEqualTo(1);
    assertThat(server.reportType()).isEqualTo("domain-ip");
  }

  @Test
  void shouldKeepWhatIsPersonalWhereRedactionTakesItOut() {
    assertThat(event.objects().toString())
        .contains("somebody@example.org", "+999 555 0100", "It's");
    assertThat(Redaction.of(event.objects()).toString())
        .contains("It's", "c2.example.org")
        .doesNotContain("somebody@example.org", "+999 555 0100");
  }

  @Test
  void shouldTellTheVersionsOfAnEventApart() {
    Submitted next =
        Submitted.of(new MispFormat(), "x", TEXT.replace("\"1795168800\"", "\"1795168900\""));
    StixVersion before = version("report");
    StixVersion after = (StixVersion) next.facts().getFirst();
    assertThat(after.object().id()).isEqualTo(before.object().id());
    assertThat(after.versionId()).isNotEqualTo(before.versionId());
    assertThat(next.observations().getFirst().contentId())
        .isEqualTo(event.observations().getFirst().contentId());
  }

  @ParameterizedTest
  @CsvSource({
    "'[%s,%s]', 2",
    "'{\"response\":[%s]}', 1",
    "'{\"response\":%s}', 1",
  })
  void shouldReadEventsHoweverTheyAreWrapped(String wrapping, int records) {
    String text = records == 2 ? wrapping.formatted(TEXT, TEXT) : wrapping.formatted(TEXT);
    Submitted submitted = Submitted.of(new MispFormat(), "x", text);
    assertThat(submitted.records()).isEqualTo(records);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(look(text)).isGreaterThan(90);
  }

  @Test
  void shouldReadAnEventWithoutItsWrapping() {
    String bare = TEXT.strip().replaceFirst("\\{\\s*\"Event\":", "");
    bare = bare.substring(0, bare.lastIndexOf('}'));
    assertThat(look(bare)).isGreaterThan(90);
    assertThat(Submitted.of(new MispFormat(), "x", bare).objects()).hasSameSizeAs(event.objects());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'5c3f1d9a-7b1e-4d2a-9c44-0a1b2c3d4e5f':{'Orgc':{'name':'x'},'info':'x'}}|misp-manifest",
        "2274df39922563c952675a2b616ca480,a3bc1af1-e021-4685-9dd1-68013abef4d9|misp-hashes"
      },
      quoteCharacter = '"')
  void shouldKeepOutWhatOnlyListsTheEventsOfAFeed(String text, String rule) {
    String index = text.replace('\'', '"') + "\n";
    assertThat(look(index)).isGreaterThan(90);
    Submitted submitted = Submitted.of(new MispFormat(), "x", index);
    assertThat(submitted.accepted()).isEmpty();
    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.suppressed()).containsExactly(new Suppressed(0, rule));
  }

  @Test
  void shouldSayWhatIsNoEvent() {
    String attributes = "{\"response\":{\"Attribute\":[]}}";
    assertThat(look(attributes)).isPositive();
    Submitted submitted = Submitted.of(new MispFormat(), "x", attributes);
    assertThat(submitted.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNKNOWN_TYPE);
    assertThat(submitted.rejects().getFirst().detail()).contains("no event");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"uuid\": \"5c3f|\"id\": \"5c3f|/Event/uuid|MISSING_FIELD",
        "5c3f1d9a-|5c3f1d9a+|/Event/uuid|BAD_VALUE",
        "\"info\": \"Ex|\"about\": \"Ex|/Event/info|MISSING_FIELD",
      })
  void shouldRejectAnEventThatCannotBeToldFromOthers(
      String whole, String broken, String path, RejectReason reason) {
    assertThat(Submitted.of(new MispFormat(), "x", TEXT.replace(whole, broken)).rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple(path, reason));
  }

  @Test
  void shouldTakeEveryEventOfTheCorpus() {
    CorpusFolder corpus = CorpusFolder.of(new MispFormat(), "misp");
    // an address under .test, which the checker does not know
    assertThat(corpus.schemaErrors())
        .allMatch(error -> error.startsWith("misp-stix-events/event_with_target_attributes.json"));
    assertThat(corpus.faulty())
        .containsExactly(
            "misp-stix-tests/test_attributes_collection_2.json",
            "pymisp/mispevent_testfiles__attribute.json",
            "pymisp/mispevent_testfiles__def_param.json",
            "pymisp/mispevent_testfiles__malware.json",
            "pymisp/mispevent_testfiles__misp_custom_obj.json");
    assertThat(corpus.empty())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    corpus.faulty().stream(),
                    Stream.of("feed-by-pymisp/hashes.csv", "feed-by-pymisp/manifest.json"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed-by-pymisp/a3bc1af1-e021-4685-9dd1-68013abef4d9.json"
            + "|[file:hashes.'MD5' = 'e34333634b7208b000027be99612142d']|2021-06-07T18:54:12Z|AMBER",
        "misp-stix-events/event_with_tlp2_tags.json"
            + "|[ipv4-addr:value = '203.0.113.0']|2020-10-25T16:22:00Z|AMBER_STRICT"
      })
  void shouldReadTheFirstIndicatorAsItIsWritten(
      String file, String pattern, Instant modified, Tlp tlp) {
    CorpusFolder corpus = CorpusFolder.of(new MispFormat(), "misp");
    StixVersion indicator = (StixVersion) corpus.read().get(file).facts().get(1);
    assertThat(indicator.object().json().path("pattern").asString()).isEqualTo(pattern);
    assertThat(indicator.object().modified()).contains(modified);
    assertThat(indicator.tlp()).isEqualTo(tlp);
  }

  private StixVersion version(String type) {
    return event.facts().stream()
        .filter(StixVersion.class::isInstance)
        .map(StixVersion.class::cast)
        .filter(version -> version.object().type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode fields(JsonNode object) {
    return object.path("extensions").path(TocsinExtension.ID).path(TocsinExtension.FIELDS);
  }

  private static int look(String text) {
    return new MispFormat().recognise(new Sample("x", null, text.getBytes(UTF_8)));
  }
}
