package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusRun;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;

class ShadowserverJsonFormatTest {
  private static final ShadowserverJsonFormat FORMAT = new ShadowserverJsonFormat();
  private static final String NAME = "report_type_scan_http.json";
  private static final String PATH = "/samples/shadowserver-json/" + NAME;

  /**
   * First record's time, type, level and address, and its incident's place, as a person reads them.
   */
  private static final Map<String, String> READ_BY_HAND =
      Map.of(
          "report_type_blocklist.json",
          "2024-01-04T08:04:37Z OTHER AMBER 192.168.0.1 AS1234 GB",
          "report_type_scan_ics.json",
          "2022-01-01T12:00:00Z POTENTIALLY_UNWANTED_ACCESSIBLE AMBER 192.168.0.1 AS12345 US",
          "report_type_scan_ntp.json",
          "2024-01-04T03:24:47Z DDOS_AMPLIFIER AMBER 192.168.0.1 AS7018 US");

  @Test
  void shouldReadARecordAsARowOfTheSameReport() {
    Submitted read = Submitted.ofResource(FORMAT, PATH);
    Observation first = read.observations().getFirst();
    Observation row =
        Reports.only(
            "scan_http.csv",
            "timestamp,ip,protocol,port,hostname,asn,geo,http,http_code\n"
                + "2026-11-20 14:00:00Z,192.0.2.70,tcp,8080,web.example.org,64510,AT,HTTP/1.1,200\n");
    assertThat(first.reportType()).isEqualTo("scan_http").isEqualTo(row.reportType());
    assertThat(first.rsit()).isEqualTo(row.rsit());
    assertThat(first.observedAt()).isEqualTo(Instant.parse("2026-11-20T14:00:00Z"));
    assertThat(ids(first)).containsExactlyElementsOf(ids(row));
    assertThat(read.objects("observed-data").getFirst().json().toString())
        .contains("\"brand_new\":\"true\"")
        .doesNotContain("\"sector\"");
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldNameTheFieldAtFault() {
    assertThat(Submitted.ofResource(FORMAT, PATH).rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(tuple(21L, "/1/ip", RejectReason.BAD_VALUE));
  }

  @Test
  void shouldBeRecognised() {
    for (String name : new String[] {NAME, null}) {
      Sample sample = new Sample(name, null, Submitted.bytes(PATH));
      assertThat(KnownFormats.all().recognise(sample))
          .map(Format::name)
          .contains("shadowserver-json");
    }
    byte[] other = "[\"scan_http\"]".getBytes(StandardCharsets.UTF_8);
    assertThat(FORMAT.recognise(new Sample("subscriptions.json", null, other))).isZero();
  }

  @Test
  void shouldReadEveryReportOfTheCorpus() {
    CorpusRun run = new CorpusRun(FORMAT);
    for (Path file :
        CorpusRun.files(
            "shadowserver/opencti-api-json", name -> !name.endsWith("subscriptions.json"))) {
      // its addresses are 123.456.789.0 and 987.654.321.0
      boolean invented = file.toString().endsWith("report_type_scan_cwmp.json");
      Submitted read = run.read(file, !invented);
      String byHand = READ_BY_HAND.get(file.getFileName().toString());
      if (byHand != null) {
        assertThat(line(read)).isEqualTo(byHand);
      }
      if (invented) {
        assertThat(read.rejects()).allSatisfy(reject -> assertThat(reject.path()).endsWith("/ip"));
      }
    }
    assertThat(run.faults()).isEmpty();
  }

  private static String line(Submitted read) {
    Observation first = read.observations().getFirst();
    Rsit type = first.rsit();
    String address = read.objects("ipv4-addr").getFirst().text("value").orElseThrow();
    return first.observedAt()
        + " "
        + type
        + " "
        + first.tlp()
        + " "
        + address
        + " "
        + Placed.of(first);
  }

  private static List<String> ids(Observation observation) {
    return observation.objects().stream().skip(1).map(StixObject::id).toList();
  }
}
