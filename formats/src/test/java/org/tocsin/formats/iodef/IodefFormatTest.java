package org.tocsin.formats.iodef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

class IodefFormatTest {
  private static final IodefFormat XML = new IodefFormat();
  private static final IodefJsonFormat JSON = new IodefJsonFormat();

  @Test
  void shouldReadVersionOne() {
    Submitted read = Submitted.ofResource(XML, "/samples/iodef/version-1.xml");
    Observation incident = read.observations().getFirst();
    assertThat(incident.observedAt()).isEqualTo(Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(incident.rsit()).isEqualTo(Rsit.EXPLOIT);
    assertThat(incident.reportType()).isEqualTo("admin");
    assertThat(incident.tlp()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(values(read, "ipv4-addr")).containsExactly("192.0.2.60", "198.51.100.0/28");
    assertThat(values(read, "domain-name")).containsExactly("host.example.net");
    assertThat(read.objects("network-traffic"))
        .extracting(traffic -> traffic.json().get("dst_port").intValue())
        .containsExactly(22, 2222, 2223);
    StixObject seen = read.objects("observed-data").getFirst();
    assertThat(seen.text("last_observed")).contains("2026-11-20T06:30:00.000Z");
    assertThat(seen.json().get("number_observed").intValue()).isEqualTo(12);
    assertThat(seen.json().get("confidence").intValue()).isEqualTo(85);
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldReadEachIncidentOfADocumentByItself() {
    Submitted read = Submitted.ofResource(XML, "/samples/iodef/version-1.xml");
    assertThat(read.records()).isEqualTo(3);
    assertThat(read.accepted()).extracting(Accepted::position).containsExactly(0, 2);
    assertThat(read.rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(
            tuple(37L, "/IODEF-Document/Incident[2]/ReportTime", RejectReason.BAD_VALUE));
  }

  @Test
  void shouldKeepAnIncidentThatNamesNothingAsAnIncidentObject() {
    Submitted read = Submitted.ofResource(XML, "/samples/iodef/version-1.xml");
    StixVersion version = (StixVersion) read.facts().get(1);
    assertThat(version.object().type()).isEqualTo("incident");
    assertThat(version.object().text("description")).contains("All printers are silent.");
    assertThat(version.tlp()).isEqualTo(Tlp.CLEAR);
  }

  @Test
  void shouldReadVersionTwo() {
    Submitted read = Submitted.ofResource(XML, "/samples/iodef/version-2.xml");
    Observation incident = read.observations().getFirst();
    assertThat(incident.observedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(incident.rsit()).isEqualTo(Rsit.SYSTEM_COMPROMISE);
    assertThat(incident.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(values(read, "ipv6-addr")).containsExactly("2001:db8::60");
    assertThat(values(read, "domain-name"))
        .containsExactlyInAnyOrder("c2.example.net", "one.example.com", "two.example.com");
    assertThat(read.objects("file").getFirst().json().at("/hashes/SHA-256").stringValue())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldReadJson() {
    Submitted read = Submitted.ofResource(JSON, "/samples/iodef/incidents.json");
    Observation incident = read.observations().getFirst();
    assertThat(incident.observedAt()).isEqualTo(Instant.parse("2026-11-20T10:45:00Z"));
    assertThat(incident.rsit()).isEqualTo(Rsit.DOS);
    assertThat(incident.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(read.objects("network-traffic").getFirst().json().get("dst_port").intValue())
        .isEqualTo(443);
    assertThat(read.rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple("/Incident/1/IncidentID", RejectReason.MISSING_FIELD));
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldKeepNoPeople() {
    String all =
        Submitted.ofResource(XML, "/samples/iodef/version-1.xml").objects()
            + Submitted.ofResource(XML, "/samples/iodef/version-2.xml").objects().toString()
            + Submitted.ofResource(JSON, "/samples/iodef/incidents.json").objects();
    assertThat(all)
        .contains("A host that tried many logins")
        .doesNotContain("Somebody", "somebody@", "csirt@example.org");
  }

  @Test
  void shouldReadNothingFromOutside() {
    for (String declared :
        List.of(
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE d SYSTEM \"http://192.0.2.1/d.dtd\">",
            "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;\">]>")) {
      String text =
          sample("version-1.xml")
              .replace("?>\n", "?>\n" + declared)
              .replace("All printers", "&x; All printers");
      Submitted read = Submitted.of(XML, "x", text);
      assertThat(read.accepted()).isEmpty();
      assertThat(read.rejects())
          .extracting(Reject::reason)
          .containsExactly(RejectReason.UNREADABLE);
    }
  }

  @Test
  void shouldTakeWhatEndedBeforeADocumentBreaksOff() {
    String whole = sample("version-1.xml");
    Submitted read = Submitted.of(XML, "x", whole.substring(0, whole.indexOf("2026-19")));
    assertThat(read.records()).isEqualTo(3);
    assertThat(read.observations()).hasSize(1);
    assertThat(read.rejects())
        .extracting(Reject::position, Reject::reason)
        .containsExactly(tuple(1, RejectReason.BAD_VALUE), tuple(2, RejectReason.UNREADABLE));
  }

  @Test
  void shouldRejectOtherDocuments() {
    assertThat(Submitted.of(XML, "x", "<a xmlns='urn:x'><b/></a>").rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple("/a", RejectReason.BAD_VALUE));
    assertThat(
            Submitted.of(XML, "x", "<IODEF-Document xmlns='urn:ietf:params:xml:ns:iodef-1.0'/>")
                .rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.MISSING_FIELD);
    String deep = "<a>".repeat(200) + "</a>".repeat(200);
    assertThat(Submitted.of(XML, "x", deep).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
  }

  @Test
  void shouldBeRecognised() {
    assertThat(recognised("version-1.xml")).isEqualTo("iodef");
    assertThat(recognised("version-2.xml")).isEqualTo("iodef");
    assertThat(recognised("incidents.json")).isEqualTo("iodef-json");
  }

  private static String recognised(String sample) {
    byte[] head = Submitted.bytes("/samples/iodef/" + sample);
    return KnownFormats.all()
        .recognise(new Sample(null, null, head))
        .map(Format::name)
        .orElse("none");
  }

  private static String sample(String name) {
    return new String(Submitted.bytes("/samples/iodef/" + name), StandardCharsets.UTF_8);
  }

  private static List<String> values(Submitted submitted, String type) {
    return submitted.objects(type).stream()
        .map(object -> object.text("value").orElseThrow())
        .toList();
  }
}
