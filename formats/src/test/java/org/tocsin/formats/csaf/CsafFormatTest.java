package org.tocsin.formats.csaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.record.CorpusFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class CsafFormatTest {
  private static final String SAMPLE = "/samples/csaf/example-2026-001.json";
  private static final String TEXT = new String(Submitted.bytes(SAMPLE), UTF_8);

  private final Submitted advisory = Submitted.ofResource(new CsafFormat(), SAMPLE);

  @Test
  void shouldMakeAReportOfAnAdvisoryWithAllItTellsOf() {
    assertThat(advisory.rejects()).isEmpty();
    assertThat(advisory.records()).isEqualTo(1);
    assertThat(advisory.schemaErrors()).isEmpty();
    assertThat(advisory.objects().stream().map(StixObject::type))
        .containsExactly("report", "identity", "vulnerability", "vulnerability");
    JsonNode report = advisory.objects().getFirst().json();
    assertThat(report.path("name").asString())
        .isEqualTo("Example Gateway: files outside of its folder can be read");
    assertThat(report.path("description").asString())
        .isEqualTo("A path traversal lets anyone read files.");
    assertThat(report.path("published").asString()).isEqualTo("2026-11-01T08:00:00.000Z");
    assertThat(report.path("modified").asString()).isEqualTo("2026-11-15T10:30:00.500Z");
    assertThat(report.path("object_refs"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(
            advisory.objects().stream().skip(1).map(StixObject::id).toList());
    assertThat(advisory.facts())
        .allSatisfy(fact -> assertThat(((StixVersion) fact).tlp()).isEqualTo(Tlp.GREEN));
  }

  @Test
  void shouldSayOfEachVulnerabilityHowBadItIsAndWhatItAffects() {
    JsonNode vulnerability = advisory.objects("vulnerability").getFirst().json();
    assertThat(vulnerability.path("name").asString()).isEqualTo("CVE-2026-10001");
    assertThat(vulnerability.path("description").asString())
        .isEqualTo("Path traversal\n\nDots are not resolved.");
    JsonNode fields = fields(vulnerability);
    assertThat(fields.at("/scores/0/cvss_v3/baseScore").asDouble()).isEqualTo(7.5);
    assertThat(fields.path("affected").toString()).isEqualTo("[\"Example Gateway 4.1\"]");
    assertThat(vulnerability.at("/external_references/1/external_id").asString())
        .isEqualTo("CWE-22");
    assertThat(advisory.objects("vulnerability").getLast().json().path("name").asString())
        .isEqualTo("GW-4711");
    JsonNode products = fields(advisory.objects().getFirst().json()).path("products");
    assertThat(products.at("/0/cpe").asString()).startsWith("cpe:2.3:a:example");
    assertThat(products.at("/0/purl").asString()).isEqualTo("pkg:generic/gateway@4.1");
  }

  @Test
  void shouldShowNobodyElseHowToReachThePublisher() {
    assertThat(advisory.objects().toString()).contains("psirt@example.org");
    assertThat(Redaction.of(advisory.objects()).toString())
        .contains("Example Inc.")
        .doesNotContain("psirt@example.org");
  }

  @Test
  void shouldTellTheVersionsOfAnAdvisoryApart() {
    Submitted next =
        Submitted.of(
            new CsafFormat(),
            "next.json",
            TEXT.replace("2026-11-15T10:30:00.5Z", "2026-11-16T10:30:00Z"));
    StixVersion before = (StixVersion) advisory.facts().getFirst();
    StixVersion after = (StixVersion) next.facts().getFirst();
    assertThat(after.object().id()).isEqualTo(before.object().id());
    assertThat(after.versionId()).isNotEqualTo(before.versionId());
    StixVersion publisher = (StixVersion) advisory.facts().get(1);
    assertThat(((StixVersion) next.facts().get(1)).versionId()).isEqualTo(publisher.versionId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"csaf_version\": \"2.0\"|\"csaf_version\": \"2.1\"|/document/csaf_version|BAD_VALUE",
        "\"title\": \"Example G|\"titel\": \"Example G|/document/title|MISSING_FIELD",
        "\"id\": \"EXAMPLE|\"no\": \"EXAMPLE|/document/tracking/id|MISSING_FIELD",
        "\"status\": \"final\"|\"status\": \"done\"|/document/tracking/status|BAD_VALUE",
        "\"GREEN\"|\"PURPLE\"|/document/distribution/tlp/label|BAD_VALUE",
        "\"number\": \"2\"|\"nr\": \"2\"|/document/tracking/revision_history/1/number|MISSING_FIELD",
        "\"product_id\": \"P2\"|\"product\": \"P2\"|/product_tree/branches/0/branches/1/product/product_id|MISSING_FIELD",
        "\"cve\": \"CVE-2026-10001\"|\"cve\": \"CVE-1\"|/vulnerabilities/0/cve|BAD_VALUE",
        "\"baseSeverity\"|\"severity\"|/vulnerabilities/0/scores/0/cvss_v3/baseSeverity|MISSING_FIELD",
        "\"current_release_date\": \"2026|\"current_release_date\": \"soon, 2026|/document/tracking/current_release_date|BAD_VALUE",
      })
  void shouldRejectWhatTheSchemaForbidsAndSayWhere(
      String whole, String broken, String path, RejectReason reason) {
    String text = TEXT.replace(whole, broken);
    assertThat(text).isNotEqualTo(TEXT);
    assertThat(Submitted.of(new CsafFormat(), "x.json", text).rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple(path, reason));
  }

  @Test
  void shouldRejectADocumentThatBreaksOff() {
    Submitted broken = Submitted.of(new CsafFormat(), "x.json", TEXT.substring(0, 900));
    assertThat(broken.accepted()).isEmpty();
    assertThat(broken.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNREADABLE);
  }

  @Test
  void shouldTakeEveryValidDocumentOfTheCorpus() {
    CorpusFolder corpus = CorpusFolder.of(new CsafFormat(), "csaf");
    assertThat(corpus.read()).hasSize(257);
    assertThat(corpus.faulty())
        .containsExactly(
            "oasis-validator-testdata-2.0/data__mandatory__oasis_csaf_tc-csaf_2_0-2021-6-1-08-02.json",
            "oasis-validator-testdata-2.0/data__mandatory__oasis_csaf_tc-csaf_2_0-2021-6-1-08-03.json");
    assertThat(corpus.empty()).isEqualTo(corpus.faulty());
    assertThat(corpus.schemaErrors()).isEmpty();
    StixVersion report =
        (StixVersion) corpus.read().get("cisa-ot/2024__icsa-24-291-05.json").facts().getFirst();
    assertThat(report.object().json().path("name").asString())
        .isEqualTo("Kieback&Peter DDC4000 Series");
    assertThat(report.object().json().path("published").asString())
        .isEqualTo("2024-10-17T06:00:00.000Z");
    assertThat(report.tlp()).isEqualTo(Tlp.CLEAR);
    assertThat(corpus.read().get("oasis-examples-2.0/csaf__rhsa-2019_1862.json").objects("report"))
        .singleElement()
        .satisfies(object ->
            assertThat(object.json().path("name").asString())
                .isEqualTo(
                    "Red Hat Security Advisory: Red Hat OpenShift Enterprise one-month end-of-life notice"));
  }

  private static JsonNode fields(JsonNode object) {
    return object.path("extensions").path(TocsinExtension.ID).path(TocsinExtension.FIELDS);
  }
}
