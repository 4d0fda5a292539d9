package org.tocsin.formats.kev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class KevFormatTest {
  private static final String SAMPLE = "/samples/kev/catalog.json";

  private final Submitted catalog = Submitted.ofResource(new KevFormat(), SAMPLE);

  @Test
  void shouldMakeAVulnerabilityOfEachEntry() {
    assertThat(catalog.schemaErrors()).isEmpty();
    assertThat(catalog.objects("vulnerability"))
        .extracting(object -> object.json().path("name").asString())
        .containsExactly("CVE-2026-10001", "CVE-2026-10002");
    JsonNode first = catalog.objects().getFirst().json();
    assertThat(first.path("description").asString())
        .isEqualTo(
            "Example Gateway Path Traversal Vulnerability: Example Gateway reads files outside of"
                + " its folder.");
    assertThat(first.path("labels").toString())
        .isEqualTo("[\"known-exploited\",\"ransomware-campaign-use\"]");
    assertThat(first.path("external_references").size()).isEqualTo(3);
    assertThat(first.path("external_references").get(0).path("external_id").asString())
        .isEqualTo("CVE-2026-10001");
    assertThat(first.path("created").asString()).isEqualTo("2026-11-19T00:00:00.000Z");
  }

  @Test
  void shouldKeepWhatStixHasNoPlaceFor() {
    JsonNode fields =
        catalog
            .objects()
            .getFirst()
            .json()
            .path("extensions")
            .path(TocsinExtension.ID)
            .path(TocsinExtension.FIELDS);
    assertThat(fields.path("dueDate").asString()).isEqualTo("2026-12-10");
    assertThat(fields.path("knownRansomwareCampaignUse").asString()).isEqualTo("Known");
    assertThat(fields.path("cwes").get(0).asString()).isEqualTo("CWE-22");
    assertThat(fields.path("vendorProject").asString()).isEqualTo("Example");
  }

  @Test
  void shouldGiveAnUnchangedEntryTheVersionItHadAndAChangedOneAnother() {
    String text = new String(Submitted.bytes(SAMPLE), UTF_8);
    Submitted later =
        Submitted.of(new KevFormat(), "later.json", text.replace("\"Known\"", "\"Unknown\""));
    StixVersion before = (StixVersion) catalog.facts().getFirst();
    StixVersion changed = (StixVersion) later.facts().getFirst();
    assertThat(changed.object().id()).isEqualTo(before.object().id());
    assertThat(changed.versionId()).isNotEqualTo(before.versionId());
    StixVersion unchanged = (StixVersion) later.facts().getLast();
    assertThat(unchanged.versionId())
        .isEqualTo(((StixVersion) catalog.facts().getLast()).versionId());
    assertThat(unchanged.contentHash())
        .isEqualTo(((StixVersion) catalog.facts().getLast()).contentHash());
  }

  @Test
  void shouldSayOfEachRejectWhereAndWhy() {
    assertThat(catalog.rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(
            tuple("/vulnerabilities/2/cveID", RejectReason.BAD_VALUE),
            tuple("/vulnerabilities/3/dateAdded", RejectReason.MISSING_FIELD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"x\",\"catalogVersion\":\"1\",\"vulnerabilities\":[{\"cveID\":\"CVE-1\"|95",
        "[{\"cveID\":\"CVE-2026-10001\",\"dateAdded\":\"2026-11-19\"}]|0",
        "{\"document\":{},\"vulnerabilities\":[{\"cve\":\"CVE-2026-10001\"}]}|0",
        "{\"properties\":{\"catalogVersion\":{},\"vulnerabilities\":{}}}|0",
        "cveID,dateAdded|0"
      })
  void shouldRecogniseTheCatalogByItsContent(String content, int sureness) {
    assertThat(new KevFormat().recognise(new Sample("x.json", null, content.getBytes(UTF_8))))
        .isEqualTo(sureness);
  }

  @Test
  void shouldReadTheSameOfTheTable() {
    Submitted table = Submitted.ofResource(new KevCsvFormat(), "/samples/kev/catalog.csv");
    assertThat(table.schemaErrors()).isEmpty();
    assertThat(table.objects())
        .extracting(object -> object.json().toString())
        .containsExactlyElementsOf(
            catalog.objects().stream().map(object -> object.json().toString()).toList());
    assertThat(table.rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(
            tuple(4L, "cveID", RejectReason.BAD_VALUE),
            tuple(5L, "dateAdded", RejectReason.BAD_VALUE),
            tuple(6L, null, RejectReason.UNREADABLE));
  }

  @Test
  void shouldTakeTheWholeTableOfTheCorpus() {
    CorpusFolder corpus = CorpusFolder.of(new KevCsvFormat(), "kev");
    assertThat(corpus.read()).containsOnlyKeys("cisa/known_exploited_vulnerabilities.csv");
    assertThat(corpus.faulty()).isEmpty();
    assertThat(corpus.schemaErrors()).isEmpty();
    StixVersion first = (StixVersion) corpus.read().values().iterator().next().facts().getFirst();
    assertThat(first.object().json().path("name").asString()).isEqualTo("CVE-2025-48384");
    assertThat(first.object().json().path("created").asString())
        .isEqualTo("2025-08-25T00:00:00.000Z");
  }

  @Test
  void shouldTakeTheWholeCatalogOfTheCorpus() {
    CorpusFolder corpus = CorpusFolder.of(new KevFormat(), "kev");
    assertThat(corpus.read()).containsOnlyKeys("cisa/known_exploited_vulnerabilities.json");
    assertThat(corpus.faulty()).isEmpty();
    assertThat(corpus.schemaErrors()).isEmpty();
    Submitted catalog = corpus.read().get("cisa/known_exploited_vulnerabilities.json");
    assertThat(catalog.records()).isEqualTo(1404);
    StixVersion first = (StixVersion) catalog.facts().getFirst();
    assertThat(first.object().json().path("name").asString()).isEqualTo("CVE-2025-48384");
    assertThat(first.object().json().path("created").asString())
        .isEqualTo("2025-08-25T00:00:00.000Z");
    assertThat(first.tlp()).isEqualTo(Tlp.AMBER);
  }
}
