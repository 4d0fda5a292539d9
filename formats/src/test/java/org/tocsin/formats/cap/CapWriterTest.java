package org.tocsin.formats.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.formats.record.Notices;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.WarningNotice;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/** A warning as an alert that any reader of CAP 1.2 takes, our own among them. */
class CapWriterTest {
  private final CapWriter writer = new CapWriter("cert.example", "CERT <Example> & Co");

  @Test
  void shouldBeReadBackWithAllTheWarningSays() {
    WarningNotice notice = Notices.published(Notices.FULL);
    Submitted read = read(notice);

    assertThat(read.rejects()).isEmpty();
    assertThat(read.objects().stream().map(object -> object.type()))
        .containsExactly("report", "identity");
    JsonNode report = read.objects().getFirst().json();
    assertThat(report.path("name").asString()).isEqualTo(notice.title());
    assertThat(report.path("description").asString())
        .startsWith(notice.summary())
        .contains(
            notice.advice().citizens(),
            notice.advice().businesses(),
            notice.advice().governments(),
            notice.advice().internationalOrganisations());
    JsonNode fields = fields(report);
    assertThat(fields.path("identifier").asString()).isEqualTo(Notices.ID + ".1");
    assertThat(fields.path("msgType").asString()).isEqualTo("Alert");
    assertThat(fields.path("restriction").asString()).isEqualTo("TLP:GREEN");
    JsonNode info = fields.path("info");
    assertThat(info.path("severity").asString()).isEqualTo("Severe");
    assertThat(info.path("language").asString()).isEqualTo("fr");
    assertThat(info.path("effective").asString()).isEqualTo("2026-11-01T00:00:00-00:00");
    assertThat(info.path("expires").asString()).isEqualTo("2026-12-31T00:00:00-00:00");
    assertThat(info.path("senderName").asString()).isEqualTo("CERT <Example> & Co");
    assertThat(parameters(info, "cve")).isEqualTo(notice.cves());
    assertThat(parameters(info, "product")).isEqualTo(notice.products());
    assertThat(parameters(info, "reference")).isEqualTo(notice.references());
    assertThat(parameters(info, "rsit")).containsExactly("fraud.phishing");
    notice
        .observables()
        .forEach(one -> assertThat(parameters(info, one.type())).contains(one.value()));
  }

  @Test
  void shouldUpdateWhatWentBefore() {
    WarningNotice second = Notices.published(Notices.FULL, Notices.SHORT);
    JsonNode alert = fields(read(second).objects().getFirst().json());

    assertThat(alert.path("msgType").asString()).isEqualTo("Update");
    assertThat(alert.path("identifier").asString()).isEqualTo(Notices.ID + ".2");
    assertThat(alert.path("references").asString())
        .isEqualTo("cert.example," + Notices.ID + ".1,2026-11-27T08:00:01-00:00");
    assertThat(alert.path("note").asString()).isEqualTo("note");
    assertThat(alert.path("scope").asString()).isEqualTo("Public");
  }

  @Test
  void shouldCancelAllThatWentBeforeAndSayNothingOfItAgain() {
    WarningNotice gone = Notices.withdrawn(Notices.FULL, Notices.FULL);
    String text = new String(writer.write(gone, Notices.before(gone)), UTF_8);

    assertThat(text)
        .contains("<msgType>Cancel</msgType>", Notices.ID + ".1,", Notices.ID + ".2,")
        .doesNotContain("Phishing", "attacker", "CVE-2026", "passwords");
    assertThat(read(gone).rejects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CLEAR", "GREEN", "AMBER", "AMBER_STRICT"})
  void shouldBeValidByTheSchemaOfOasis(Tlp tlp) throws Exception {
    Schema schema = schema();
    String audience = "\"" + tlp.label() + "\", \"audience\": {\"organisations\": [\"a\"]}";
    String full = Notices.FULL.replace("\"GREEN\"", audience);
    List<WarningNotice> all =
        List.of(
            Notices.published(full),
            Notices.published(full, full, full),
            Notices.withdrawn(full),
            Notices.published(Notices.SHORT));
    for (WarningNotice notice : all) {
      assertThat(faults(schema, writer.write(notice, Notices.before(notice)))).isEmpty();
    }
    byte[] broken =
        new String(writer.write(all.getFirst(), List.of()), UTF_8)
            .replace("<status>Actual</status>", "")
            .getBytes(UTF_8);
    assertThat(faults(schema, broken)).as("it can fail").isNotEmpty();
  }

  private static Schema schema() throws SAXException {
    Path file =
        SharedFolder.find("schemas")
            .map(folder -> folder.resolve("CAP-v1.2-oasis.xsd"))
            .orElseGet(() -> Assumptions.abort("skipped: no shared/schemas above this folder"));
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
  }

  private static List<String> faults(Schema schema, byte[] document) throws IOException {
    List<String> faults = new ArrayList<>();
    try {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
    } catch (SAXException e) {
      faults.add(e.getMessage());
    }
    return faults;
  }

  private Submitted read(WarningNotice notice) {
    return Submitted.of(new CapFormat(), "alert.xml", writer.write(notice, Notices.before(notice)));
  }

  private static JsonNode fields(JsonNode report) {
    return report.path("extensions").path(TocsinExtension.ID).path(TocsinExtension.FIELDS);
  }

  private static List<String> parameters(JsonNode info, String name) {
    List<String> values = new ArrayList<>();
    for (JsonNode parameter : info.path("parameter")) {
      if (parameter.path("valueName").asString().equals(name)) {
        values.add(parameter.path("value").asString());
      }
    }
    return values;
  }
}
