package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class StixFormatTest {
  private static final String INDICATOR =
      """
      {"type": "indicator", "spec_version": "2.1",
       "id": "indicator--a3f0c7d2-51b6-4f0e-8d29-6b1f0a2c4e77",
       "created": "2026-11-20T10:00:00.000Z", "modified": "2026-11-20T10:00:00.000Z",
       "pattern": "%s", "pattern_type": "stix", "valid_from": "2026-11-20T10:00:00Z"%s}
      """;

  private final StixSubmission outbreak = StixSubmission.ofSample("outbreak-bundle.json");

  @Test
  void shouldBeNamedAndFramedAsStix() {
    assertThat(new StixFormat().name()).isEqualTo("stix-2.1");
    assertThat(new StixFormat().framing()).isEqualTo(Framing.OBJECTS);
    assertThat(new StixFormat().version()).isPositive();
  }

  @Test
  void shouldKeepEveryObjectAsItCame() {
    JsonNode bundle = StixJson.MAPPER.readTree(StixSubmission.sample("outbreak-bundle.json"));
    assertThat(outbreak.rejects()).isEmpty();
    assertThat(outbreak.versions().stream().map(version -> (JsonNode) version.object().json()))
        .containsExactlyElementsOf(bundle.get("objects"));
    assertThat(outbreak.version("x-example-ticket").object().json().toString())
        .contains("\"ticket\":4711,\"weight\":0.1,\"queue\"");
  }

  @Test
  void shouldSayWhereEachObjectLies() {
    RawRecord raw = outbreak.raws().getFirst();
    for (Accepted accepted : outbreak.accepted()) {
      JsonNode there = StixJson.MAPPER.readTree(raw.text(), accepted.start(), accepted.length());
      assertThat(there).isEqualTo(((StixVersion) accepted.fact()).object().json());
    }
    assertThat(outbreak.accepted().stream().map(Accepted::position))
        .containsExactlyElementsOf(IntStream.range(0, 16).boxed().toList());
  }

  @Test
  void shouldTellVersionsOfAnObjectApart() {
    List<StixVersion> indicators =
        outbreak.versions().stream()
            .filter(version -> version.object().type().equals("indicator"))
            .toList();
    assertThat(indicators).hasSize(2);
    assertThat(indicators.getFirst().object().id()).isEqualTo(indicators.getLast().object().id());
    assertThat(indicators.getFirst().versionId()).isNotEqualTo(indicators.getLast().versionId());
    assertThat(indicators.getLast().object().revoked()).isTrue();
  }

  @Test
  void shouldGiveOneVersionOneIdHoweverItsTimeIsWritten() {
    String object =
        "{\"type\":\"x-a\",\"spec_version\":\"2.1\",\"id\":\"x-a--2d273911-0000-4ae6-a278-35b8f88d1043\","
            + "\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"%s\",\"order\":%s}";
    StixVersion one = single(object.formatted("2026-01-01T00:00:00.000Z", "[1,2.0]"));
    StixVersion other = single(object.formatted("2026-01-01T00:00:00.000000Z", "[1,2.0]"));
    StixVersion changed = single(object.formatted("2026-01-01T00:00:00.000Z", "[2,1.0]"));
    assertThat(one.versionId())
        .isEqualTo(StixSubmission.NODE.versionId(one.object().id(), "2026-01-01T00:00:00Z"))
        .isEqualTo(other.versionId())
        .isEqualTo(changed.versionId());
    assertThat(one.contentHash()).isNotEqualTo(changed.contentHash());
  }

  @Test
  void shouldHashContentNotSpelling() {
    StixVersion one =
        single(
            "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d1043\",\"name\":\"a\",\"x_n\":1.0}");
    StixVersion other =
        single(
            "{ \"x_n\": 1e0, \"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d1043\",\"name\":\"\\u0061\",\"type\":\"mutex\"}");
    assertThat(one.contentHash()).matches("[0-9a-f]{64}").isEqualTo(other.contentHash());
    assertThat(one.versionId())
        .isEqualTo(other.versionId())
        .isEqualTo(StixSubmission.NODE.versionId(one.object().id(), one.contentHash()));
  }

  @Test
  void shouldKeepNumbersNoDoubleCanHold() {
    StixVersion version =
        single(
            "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d1043\",\"name\":\"a\",\"x_n\":1e400}");
    assertThat(version.contentHash()).matches("[0-9a-f]{64}");
    assertThat(version.object().json().get("x_n").decimalValue()).isEqualByComparingTo("1e400");
  }

  @Test
  void shouldMakeAnObservationOfObservedData() {
    Observation observation = outbreak.version("observed-data").observation();
    assertThat(observation.observedAt()).isEqualTo(Instant.parse("2026-02-02T23:59:59.25Z"));
    assertThat(observation.rsit()).isEqualTo(Rsit.C2_SERVER);
    assertThat(observation.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(observation.objects().getFirst())
        .isEqualTo(outbreak.version("observed-data").object());
    assertThat(observation.objects().stream().map(StixObject::type))
        .containsExactly(
            "observed-data", "network-traffic", "domain-name", "file", "ipv4-addr", "ipv4-addr");
    assertThat(observation.contentId())
        .isEqualTo(
            StixSubmission.NODE.contentId(
                StixSubmission.ORIGIN,
                "stix-2.1",
                List.of(observation.objects().getFirst().id().getBytes(UTF_8))));
  }

  @Test
  void shouldMakeNoObservationOfAnythingElse() {
    assertThat(outbreak.versions())
        .filteredOn(version -> !version.object().type().equals("observed-data"))
        .hasSize(15)
        .allSatisfy(version -> assertThat(version.observation()).isNull());
  }

  @Test
  void shouldTakeTheFormerDictionaryOfObservables() {
    StixVersion version =
        StixSubmission.ofSample("observed-data-embedded.json").versions().getFirst();
    assertThat(version.observation().objects()).containsExactly(version.object());
    assertThat(version.object().json().path("objects").size()).isEqualTo(2);
    assertThat(version.observation().rsit()).isNull();
  }

  @Test
  void shouldTakeEnvelopesArraysAndSingleObjects() {
    assertThat(StixSubmission.ofSample("envelope.json").versions()).hasSize(2);
    assertThat(StixSubmission.ofSample("objects-array.json").versions()).hasSize(3);
    assertThat(StixSubmission.ofSample("observed-data-embedded.json").versions()).hasSize(1);
  }

  @Test
  void shouldBindObjectsByTheirMarkings() {
    assertThat(outbreak.version("indicator").tlp()).isEqualTo(Tlp.GREEN);
    assertThat(outbreak.version("malware").tlp()).isEqualTo(Tlp.CLEAR);
    assertThat(outbreak.version("note").tlp()).isEqualTo(Tlp.AMBER);
    assertThat(outbreak.version("observed-data").tlp()).isEqualTo(Tlp.AMBER);
    StixSubmission strict =
        StixSubmission.of(StixSubmission.sample("outbreak-bundle.json"), Tlp.RED, Tlp.CLEAR);
    assertThat(strict.versions()).allSatisfy(v -> assertThat(v.tlp()).isEqualTo(Tlp.RED));
  }

  @Test
  void shouldSayOfEachRejectWhereAndWhy() {
    StixSubmission faulty = StixSubmission.ofSample("faulty-bundle.json");
    assertThat(faulty.isBalanced()).isTrue();
    assertThat(faulty.accepted().stream().map(Accepted::position)).containsExactly(0, 22);
    assertThat(faulty.rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(
            tuple("/objects/1", RejectReason.BAD_VALUE),
            tuple("/objects/2/type", RejectReason.MISSING_FIELD),
            tuple("/objects/3/id", RejectReason.MISSING_FIELD),
            tuple("/objects/4/id", RejectReason.BAD_VALUE),
            tuple("/objects/5/id", RejectReason.BAD_VALUE),
            tuple("/objects/6/type", RejectReason.BAD_VALUE),
            tuple("/objects/7/spec_version", RejectReason.MISSING_FIELD),
            tuple("/objects/8/spec_version", RejectReason.BAD_VALUE),
            tuple("/objects/9/created", RejectReason.MISSING_FIELD),
            tuple("/objects/10/modified", RejectReason.BAD_VALUE),
            tuple("/objects/11/modified", RejectReason.BAD_VALUE),
            tuple("/objects/12/is_family", RejectReason.MISSING_FIELD),
            tuple("/objects/13/malware_types", RejectReason.BAD_VALUE),
            tuple("/objects/14/confidence", RejectReason.BAD_VALUE),
            tuple("/objects/15/external_references/0", RejectReason.BAD_VALUE),
            tuple("/objects/16", RejectReason.UNREADABLE),
            tuple("/objects/17", RejectReason.UNREADABLE),
            tuple("/objects/18/type", RejectReason.BAD_VALUE),
            tuple("/objects/19", RejectReason.LIMIT_EXCEEDED),
            tuple("/objects/20/name", RejectReason.BAD_VALUE),
            tuple("/objects/21/last_observed", RejectReason.BAD_VALUE));
    assertThat(faulty.rejects())
        .allSatisfy(reject -> {
          assertThat(reject.line()).isEqualTo(reject.position() + 2L);
          assertThat(reject.detail()).matches("[A-Z].*[.)]").doesNotContain("Examplebot");
        });
  }

  @Test
  void shouldTakeWhatComesBeforeTheFaultOfAText() {
    byte[] whole = StixSubmission.sample("outbreak-bundle.json");
    int cut = new String(whole, UTF_8).indexOf("\"sighting\"");
    StixSubmission broken = StixSubmission.of(Arrays.copyOf(whole, cut));
    assertThat(broken.accepted()).hasSize(13);
    assertThat(broken.rejects())
        .extracting(Reject::position, Reject::path, Reject::reason)
        .containsExactly(tuple(13, null, RejectReason.UNREADABLE));
    assertThat(broken.isBalanced()).isTrue();
  }

  @Test
  void shouldCountPositionsAndLinesThroughTheWholeOfACutSubmission() {
    String object =
        "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d%04d\",\"name\":%s}";
    String bundle =
        IntStream.range(0, 1_300)
            .mapToObj(i -> object.formatted(i, i == 1_234 ? "7" : "\"a\""))
            .collect(Collectors.joining(",\n", "{\"type\":\"bundle\",\"objects\":[\n", "\n]}"));
    StixSubmission submission = StixSubmission.of(bundle.getBytes(UTF_8));
    assertThat(submission.raws()).hasSize(3);
    assertThat(submission.isBalanced()).isTrue();
    assertThat(submission.rejects())
        .extracting(Reject::position, Reject::line, Reject::path)
        .containsExactly(tuple(234, 1_236L, "/objects/1234/name"));
  }

  @Test
  void shouldRejectAnIndicatorThatPrivateOrWellKnownValuesMatchByThemselves() {
    String benign = INDICATOR.formatted("[ipv4-addr:value = '10.0.0.1']", "");
    StixSubmission submission = StixSubmission.of(benign.getBytes(UTF_8));

    assertThat(submission.versions()).isEmpty();
    assertThat(submission.rejects())
        .extracting(Reject::path, Reject::reason, Reject::detail)
        .containsExactly(
            tuple(
                "/pattern",
                RejectReason.BAD_VALUE,
                "This is no indicator of anything: private use (RFC 1918)"));
  }

  @Test
  void shouldTakeAnIndicatorBackWhateverItsPattern() {
    String benign = INDICATOR.formatted("[ipv4-addr:value = '10.0.0.1']", ", \"revoked\": true");

    assertThat(single(benign).object().revoked()).isTrue();
  }

  private static StixVersion single(String object) {
    StixSubmission submission = StixSubmission.of(object.getBytes(UTF_8));
    assertThat(submission.rejects()).isEmpty();
    return submission.versions().getFirst();
  }
}
