package org.tocsin.formats.stix20;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class Stix20FormatTest {
  private static final String SAMPLE = "/samples/stix20/campaign.json";

  private final Submitted campaign = Submitted.ofResource(new Stix20Format(), SAMPLE);

  @Test
  void shouldKeepEachObjectOneRecord() {
    assertThat(campaign.rejects()).isEmpty();
    assertThat(campaign.records()).isEqualTo(6);
    assertThat(campaign.accepted()).hasSize(6);
    assertThat(campaign.schemaErrors()).isEmpty();
    assertThat(campaign.objects())
        .allSatisfy(
            object -> assertThat(object.json().path("spec_version").asString()).isEqualTo("2.1"));
  }

  @Test
  void shouldMakeTypesOfTheLabelsTheVocabularyKnows() {
    JsonNode indicator = object("indicator");
    assertThat(indicator.path("indicator_types").toString()).isEqualTo("[\"malicious-activity\"]");
    assertThat(indicator.path("labels").toString()).isEqualTo("[\"seen-by-example\"]");
    assertThat(object("malware").path("malware_types").toString()).isEqualTo("[\"ransomware\"]");
    assertThat(object("malware").has("labels")).isFalse();
    assertThat(object("malware").path("is_family").asBoolean()).isTrue();
    assertThat(object("report").path("report_types").toString()).isEqualTo("[\"campaign\"]");
    assertThat(object("x-example-ticket").path("ticket").asInt()).isEqualTo(4711);
  }

  @Test
  void shouldWritePatternsAsTheyAreWrittenNow() {
    JsonNode indicator = object("indicator");
    assertThat(indicator.path("pattern_type").asString()).isEqualTo("stix");
    assertThat(indicator.path("pattern").asString())
        .isEqualTo(
            "[file:hashes.SSDEEP = '3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C' AND file:ctime >"
                + " t'2026-02-01T00:00:00Z' AND process:image_ref.name = 'file:created'] START"
                + " t'2026-03-01T00:00:00.000Z' STOP t'2026-04-01T00:00:00.000Z'");
    assertThat(FormerPattern.upgrade("[file:hashes.'ssdeep' = 'it\\'s START '"))
        .isEqualTo("[file:hashes.'SSDEEP' = 'it\\'s START '");
  }

  @Test
  void shouldMakeObjectsOfTheObservablesWithinObservedData() {
    Observation observation = version("observed-data").observation();
    assertThat(observation.observedAt()).isEqualTo(Instant.parse("2026-02-28T09:30:00Z"));
    assertThat(observation.rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
    assertThat(observation.objects().stream().map(StixObject::type))
        .containsExactly(
            "observed-data",
            "ipv4-addr",
            "ipv6-addr",
            "network-traffic",
            "file",
            "directory",
            "process",
            "windows-registry-key",
            "file");
    assertThat(object("observed-data").has("objects")).isFalse();
    assertThat(object("observed-data").path("object_refs").size()).isEqualTo(8);
    JsonNode traffic = observable("network-traffic");
    assertThat(traffic.path("src_ref").asString())
        .isEqualTo(observable("ipv4-addr").path("id").asString());
    JsonNode file = observable("file");
    assertThat(file.path("ctime").asString()).isEqualTo("2026-02-28T07:00:00Z");
    assertThat(file.path("hashes").has("SSDEEP")).isTrue();
    assertThat(observable("directory").path("contains_refs").get(0)).isEqualTo(file.path("id"));
    assertThat(observable("process").path("image_ref").asString()).startsWith("file--");
    assertThat(observable("windows-registry-key").path("key").asString())
        .isEqualTo("HKEY_LOCAL_MACHINE\\Software\\Example");
  }

  @Test
  void shouldGiveAnAddressTheIdStix21GivesIt() {
    assertThat(observable("ipv4-addr").path("id").asString())
        .isEqualTo(new ScoSet().address(IpAddress.parse("192.0.2.10").orElseThrow()));
  }

  @Test
  void shouldReadMarkingsOfTlpWhereverTheyStand() {
    assertThat(version("indicator").tlp()).isEqualTo(Tlp.AMBER);
    assertThat(object("indicator").path("object_marking_refs").get(0).asString())
        .isEqualTo("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82");
    assertThat(version("marking-definition").object().id())
        .isEqualTo("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82");
  }

  @Test
  void shouldBeToldFromStix21() {
    assertThat(format("{\"type\":\"bundle\",\"id\":\"bundle--1\",\"spec_version\":\"2.0\",\"obj"))
        .isEqualTo("stix-2.0");
    assertThat(
            format(
                "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{\"type\":\"url\","
                    + "\"id\":\"url--1\",\"value\":\"x\"},{\"type\":\"tool\",\"id\":\"tool--1\","
                    + "\"created\":\"2026-01-01T00:00:00Z\",\"name\":\"x\"}]}"))
        .isEqualTo("stix-2.0");
    assertThat(
            format(
                "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{\"type\":\"tool\","
                    + "\"id\":\"tool--1\",\"created\":\"2026-01-01T00:00:00Z\",\"spec_version\":\"2.1\"}]}"))
        .isEqualTo("stix-2.1");
    assertThat(format("{\"type\":\"url\",\"id\":\"url--1\",\"value\":\"x\"}"))
        .isEqualTo("stix-2.1");
    assertThat(format(new String(Submitted.bytes(SAMPLE), UTF_8))).isEqualTo("stix-2.0");
  }

  @Test
  void shouldSayWhichObservableIsAtFault() {
    String observed =
        "{\"type\":\"observed-data\",\"id\":\"observed-data--b67d30ff-02ac-498a-92f9-32f845f448cf\","
            + "\"created\":\"2026-03-01T10:00:00.000Z\",\"modified\":\"2026-03-01T10:00:00.000Z\","
            + "\"first_observed\":\"2026-03-01T10:00:00Z\",\"last_observed\":\"2026-03-01T10:00:00Z\","
            + "\"number_observed\":1,\"objects\":%s}";
    for (List<String> fault :
        List.of(
            List.of("{\"0\":{\"type\":\"url\",\"value\":7}}", "/objects/0/value"),
            List.of("{\"0\":{\"value\":\"x\"}}", "/objects/0/type"),
            List.of("{\"0\":7}", "/objects/0"),
            List.of("{}", "/objects"),
            List.of(
                "{\"0\":{\"type\":\"network-traffic\",\"protocols\":[\"tcp\"],\"src_ref\":\"9\"}}",
                "/objects/0/src_ref"))) {
      Submitted submitted =
          Submitted.of(new Stix20Format(), "x", observed.formatted(fault.getFirst()));
      assertThat(submitted.accepted()).isEmpty();
      assertThat(submitted.rejects()).extracting(Reject::path).containsExactly(fault.getLast());
    }
  }

  @Test
  void shouldTakeEveryFileOfTheCorpusAsValidStix21() {
    CorpusFolder corpus = CorpusFolder.of(new Stix20Format(), "stix20");
    assertThat(corpus.others()).isEmpty();
    assertThat(corpus.read()).hasSize(323);
    assertThat(corpus.empty())
        .containsExactly(
            "elevator-idioms-valid/command-and-control-ip-list.json",
            "elevator-idioms-valid/file-and-directory.json",
            "elevator-idioms-valid/file-hash-reputation.json", // of the empty file
            "elevator-idioms-valid/network-socket-observable.json",
            "elevator-idioms-valid/victim-targeting.json",
            "oasis-examples/indicator-for-c2-ip-address.json", // of a private network
            "validator-test_examples/invalid_comma.json",
            "validator-test_examples/invalid_identity.json",
            "validator-test_examples/invalid_timestamp.json");
    // what others wrote is kept as it came where only a format is amiss, as in stix-2.1
    assertThat(corpus.schemaErrors()).allMatch(error -> error.contains("must be a valid RFC"));
  }

  @Test
  void shouldReadTheFirstObservationAsItIsWritten() {
    CorpusFolder corpus = CorpusFolder.of(new Stix20Format(), "stix20");
    Observation observation =
        corpus.read().get("misp-stix-tests/test_events_collection_stix20.json").facts().stream()
            .map(fact -> ((StixVersion) fact).observation())
            .filter(one -> one != null)
            .findFirst()
            .orElseThrow();
    assertThat(observation.objects().get(1).json().path("number").asInt()).isEqualTo(174);
    assertThat(observation.observedAt()).isEqualTo(Instant.parse("2020-10-25T16:22:00Z"));
    assertThat(observation.rsit()).isNull();
    assertThat(observation.tlp()).isEqualTo(Tlp.AMBER);
    StixVersion indicator =
        corpus.read().get("elevator-idioms-valid/Appendix_G_IOCs_Full.json").facts().stream()
            .map(StixVersion.class::cast)
            .filter(version -> version.object().type().equals("indicator"))
            .findFirst()
            .orElseThrow();
    assertThat(indicator.object().json().path("pattern").asString())
        .startsWith("[(file:hashes.MD5 = 'b305b543da332a2fcf6e1ce55ed2ea79' OR ");
    assertThat(indicator.object().modified()).contains(Instant.parse("2015-05-15T09:00:00Z"));
    assertThat(indicator.tlp()).isEqualTo(Tlp.AMBER);
  }

  private static String format(String text) {
    return KnownFormats.all()
        .recognise(new Sample("a.json", null, text.getBytes(UTF_8)))
        .map(Format::name)
        .orElse("none");
  }

  private StixVersion version(String type) {
    return campaign.facts().stream()
        .map(StixVersion.class::cast)
        .filter(version -> version.object().type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode object(String type) {
    return version(type).object().json();
  }

  private JsonNode observable(String type) {
    return version("observed-data").observation().objects().stream()
        .filter(object -> object.type().equals(type))
        .findFirst()
        .orElseThrow()
        .json();
  }
}
