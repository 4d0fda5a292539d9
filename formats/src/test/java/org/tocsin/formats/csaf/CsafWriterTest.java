package org.tocsin.formats.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.csaf.ProviderWriter.Feed;
import org.tocsin.formats.csaf.ProviderWriter.Key;
import org.tocsin.formats.record.Notices;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;
import tools.jackson.databind.JsonNode;

/** A warning as an advisory that is valid CSAF 2.0 and is read back. */
class CsafWriterTest {
  private static final URI SELF = URI.create("https://cert.example/feeds/csaf/green/2026/x.json");
  private static final String SCHEMAS = "https://docs.oasis-open.org/csaf/csaf/v2.0/";
  private static final Map<String, String> FILES =
      Map.of(
          SCHEMAS + "csaf_json_schema.json",
          "json_schema__csaf_json_schema.json",
          SCHEMAS + "provider_json_schema.json",
          "json_schema__provider_json_schema.json",
          "https://www.first.org/cvss/cvss-v2.0.json",
          "referenced_schema__first__cvss-v2.0.json",
          "https://www.first.org/cvss/cvss-v3.0.json",
          "referenced_schema__first__cvss-v3.0.json",
          "https://www.first.org/cvss/cvss-v3.1.json",
          "referenced_schema__first__cvss-v3.1.json");

  private final CsafWriter writer =
      new CsafWriter("CERT Example", URI.create("https://cert.example"), "desk@cert.example");

  /** Every shape a warning can have. */
  private static List<WarningNotice> all() {
    String audience = ", \"audience\": {\"organisations\": [\"a\"]}";
    String noCves = Notices.FULL.replaceAll("\"cves\": \\[.*\\],", "");
    String noProducts = Notices.FULL.replaceAll("(?s)\"products\": \\[.*?\\],", "");
    return Stream.of(
            Notices.published(Notices.FULL),
            Notices.published(Notices.FULL, Notices.SHORT, Notices.FULL),
            Notices.published(Notices.SHORT),
            Notices.withdrawn(Notices.FULL),
            Notices.withdrawn(Notices.FULL, Notices.FULL),
            Notices.published(noCves),
            Notices.published(noProducts),
            Notices.published(noProducts.replaceAll("\"cves\": \\[.*\\],", "")),
            Notices.published(Notices.FULL.replace("\"fr\"", "\"zz-unknown\"")),
            Notices.published(Notices.FULL.replace("\"GREEN\"", "\"AMBER\"" + audience)),
            Notices.published(Notices.FULL.replace("\"GREEN\"", "\"AMBER+STRICT\"" + audience)))
        .toList();
  }

  @Test
  void shouldPassEveryMandatoryTest() {
    for (WarningNotice notice : all()) {
      assertThat(MandatoryTests.failures(json(notice))).as(notice.toString()).isEmpty();
      assertThat(MandatoryTests.failures(json(notice, List.of()))).isEmpty();
    }
  }

  @Test
  void shouldBeValidByTheSchemaOfOasis() {
    Schema schema = schema("csaf_json_schema.json");
    for (WarningNotice notice : all()) {
      assertThat(faults(schema, json(notice))).as(notice.toString()).isEmpty();
    }
    assertThat(faults(schema, StixJson.MAPPER.readTree("{\"document\": {}}")))
        .as("it can fail")
        .isNotEmpty();
  }

  @Test
  void shouldTakeTheProfileTheWarningFits() {
    assertThat(all().stream().map(notice -> json(notice).at("/document/category").asString()))
        .contains(CsafWriter.SECURITY, CsafWriter.INFORMATIONAL, CsafWriter.BASE);
    assertThat(json(Notices.published(Notices.FULL)).at("/document/category").asString())
        .isEqualTo(CsafWriter.SECURITY);
  }

  @Test
  void shouldBeReadBackWithAllTheWarningSays() {
    WarningNotice notice = Notices.published(Notices.FULL);
    Submitted read =
        Submitted.of(new CsafFormat(), "x.json", writer.write(notice, List.of(), SELF));

    assertThat(read.rejects()).isEmpty();
    assertThat(read.facts())
        .allSatisfy(fact -> assertThat(((StixVersion) fact).tlp()).isEqualTo(Tlp.GREEN));
    StixObject report = read.objects("report").getFirst();
    assertThat(report.text("name")).contains(notice.title());
    assertThat(report.text("description")).contains(notice.summary());
    assertThat(report.modified()).contains(notice.modified());
    assertThat(report.json().path("external_references").toString())
        .contains(notice.references().getFirst());
    assertThat(read.objects("vulnerability").stream().flatMap(one -> one.text("name").stream()))
        .isEqualTo(notice.cves());
    JsonNode fields =
        report.json().path("extensions").path(TocsinExtension.ID).path(TocsinExtension.FIELDS);
    assertThat(names(fields.path("products"))).isEqualTo(notice.products());
    assertThat(fields.at("/products/0/cpe").asString()).isEqualTo(notice.products().get(0));
    assertThat(fields.at("/products/1/purl").asString()).isEqualTo(notice.products().get(1));
    assertThat(fields.at("/aggregate_severity/text").asString()).isEqualTo("high");
    assertThat(fields.path("tracking_id").asString()).isEqualTo(Notices.ID.toString());
    String notes = fields.path("notes").toString();
    assertThat(notes).contains("Do not answer.", "Block the domain.", "Tell your staff.");
    assertThat(notes).contains("Pass it on.", "fraud.phishing", "2026-12-31T00:00:00.000000Z");
    notice.observables().forEach(one -> assertThat(notes).contains(one.value()));
  }

  @Test
  void shouldGiveEachVersionAndTheWithdrawalARevision() {
    JsonNode tracking =
        json(Notices.withdrawn(Notices.FULL, Notices.FULL)).at("/document/tracking");

    assertThat(tracking.path("version").asString()).isEqualTo("3");
    assertThat(summaries(tracking)).containsExactly("First version", "note", "Withdrawn");
    assertThat(tracking.path("initial_release_date").asString())
        .isEqualTo("2026-11-27T08:00:01.000001Z");
    assertThat(tracking.path("current_release_date").asString())
        .isEqualTo("2026-11-27T08:00:03.000001Z");
  }

  @Test
  void shouldSayNothingOfVersionsTheseReadersWereNotShown() {
    WarningNotice third = Notices.published(Notices.FULL, Notices.FULL, Notices.SHORT);
    Earlier second = Notices.before(third).get(1);
    JsonNode tracking = json(third, List.of(second)).at("/document/tracking");

    assertThat(summaries(tracking))
        .containsExactly("Not released to these readers", "note", "note");
    assertThat(tracking.at("/revision_history/0/date").asString())
        .isEqualTo("2026-11-27T08:00:02.000001Z");
  }

  @Test
  void shouldSayNothingAgainOfWhatWasWithdrawn() {
    assertThat(json(Notices.withdrawn(Notices.FULL)).toString())
        .doesNotContain("Phishing", "attacker", "CVE-2026", "passwords", "cpe:");
  }

  @Test
  void shouldDescribeTheProviderByItsSchema() {
    ProviderWriter provider = new ProviderWriter(writer);
    URI self = URI.create("https://cert.example/.well-known/csaf/provider-metadata.json");
    List<Feed> feeds =
        List.of(new Feed("WHITE", URI.create("https://cert.example/feeds/csaf/white/feed.json")));
    Key key = new Key("0123456789ABCDEF0123456789ABCDEF01234567", self.resolve("/key.asc"));
    Schema schema = schema("provider_json_schema.json");

    for (List<Key> keys : List.of(List.<Key>of(), List.of(key))) {
      JsonNode metadata =
          StixJson.MAPPER.readTree(
              provider.metadata(self, Instant.parse("2026-11-27T08:00:00Z"), feeds, keys));
      assertThat(faults(schema, metadata)).isEmpty();
      assertThat(metadata.path("role").asString())
          .isEqualTo(keys.isEmpty() ? "csaf_provider" : "csaf_trusted_provider");
    }
  }

  private JsonNode json(WarningNotice notice) {
    return json(notice, Notices.before(notice));
  }

  private JsonNode json(WarningNotice notice, List<Earlier> earlier) {
    return StixJson.MAPPER.readTree(writer.write(notice, earlier, SELF));
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(one -> names.add(one.path("name").asString()));
    return names;
  }

  private static List<String> summaries(JsonNode tracking) {
    List<String> summaries = new ArrayList<>();
    tracking.path("revision_history").forEach(one -> summaries.add(one.path("summary").asString()));
    return summaries;
  }

  private static Schema schema(String name) {
    Path folder =
        SharedFolder.find("corpus/csaf/schema")
            .orElseGet(
                () -> Assumptions.abort("skipped: no shared/corpus/csaf/schema above this folder"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> read(folder, id)))
        .getSchema(SchemaLocation.of(SCHEMAS + name));
  }

  private static String read(Path folder, String id) {
    try {
      String file = FILES.get(id.split("#")[0]);
      return file == null ? null : Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(Schema schema, JsonNode document) {
    return schema
        .validate(
            document,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
