package org.tocsin.formats.xarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

class XarfFormatTest {
  private static final XarfFormat FORMAT = new XarfFormat();

  @Test
  void shouldReadVersionThree() {
    Submitted read = Submitted.ofResource(FORMAT, "/samples/xarf/login-3.json");
    Observation report = read.observations().getFirst();
    assertThat(report.observedAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(report.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(report.reportType()).isEqualTo("LoginAttack");
    assertThat(report.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(read.objects("ipv4-addr")).hasSize(2);
    assertThat(read.objects("network-traffic"))
        .extracting(traffic -> traffic.json().get("dst_port").intValue())
        .containsExactly(22, 2222);
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldReadVersionFour() {
    Submitted read = Submitted.ofResource(FORMAT, "/samples/xarf/phishing-4.json");
    Observation report = read.observations().getFirst();
    assertThat(report.observedAt()).isEqualTo(Instant.parse("2026-11-20T13:00:00Z"));
    assertThat(report.rsit()).isEqualTo(Rsit.PHISHING);
    assertThat(report.reportType()).isEqualTo("content/phishing");
    assertThat(read.objects("url").getFirst().text("value"))
        .contains("https://login.example.net/bank");
    assertThat(read.objects("network-traffic").getFirst().json().get("dst_port").intValue())
        .isEqualTo(443);
    assertThat(read.schemaErrors()).isEmpty();
  }

  @Test
  void shouldKeepNoPeopleAndNoAttachments() {
    for (String sample : List.of("login-3.json", "phishing-4.json")) {
      String stix =
          Submitted.ofResource(FORMAT, "/samples/xarf/" + sample).objects().stream()
              .map(StixObject::json)
              .toList()
              .toString();
      assertThat(stix)
          .contains("Example CERT")
          .doesNotContain("abuse@cert", "Somebody", "555 0100", "login failed", "PGh0bWw", "EX-1");
    }
  }

  @Test
  void shouldNarrowWhatIsNotToBeDisclosed() {
    String closed = sample("login-3.json").replace("\"Disclosure\": true", "\"Disclosure\": false");
    assertThat(Submitted.of(FORMAT, "x", closed).observations().getFirst().tlp())
        .isEqualTo(Tlp.AMBER_STRICT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Date\": \"2026-11-20T12:00:00Z\", | | /Report/Date | missing-field",
        "2026-11-20T12:00:00Z | noon | /Report/Date | bad-value",
        "\"192.0.2.50\" | \"192.0.2.500\" | /Report/SourceIp | bad-value",
        "\"SourceIp\": \"192.0.2.50\", | | /Report/SourceIp | missing-field",
        "LoginAttack | Nonsense | /Report/ReportType | bad-value",
        "\"Activity\" | \"Content\" | /Report/ReportClass | bad-value",
        "\"Version\": \"3\" | \"Version\": \"0.2\" | /Version | bad-value",
        "[22, 2222] | [22, 70000] | /Report/DestinationPort | bad-value",
        "\"Disclosure\": true, | | /Disclosure | missing-field",
        "\"ReporterOrg\": \"Example CERT\", | | /ReporterInfo/ReporterOrg | missing-field",
        "\"Base64Encoded\": false | \"Base64Encoded\": \"no\" | /Report/Samples | bad-value"
      })
  void shouldSayWhatIsWrongWithVersionThree(String old, String now, String path, String reason) {
    assertReject(sample("login-3.json"), old, now, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"4.2.0\" | \"5\" | /xarf_version | bad-value",
        "\"content\" | \"nonsense\" | /category | bad-value",
        "\"content\" | \"messaging\" | /protocol | missing-field",
        "2026-11-20T13:00:00Z | noon | /timestamp | bad-value",
        "\"source_identifier\": \"2001:db8::50\", | | /source_identifier | missing-field",
        "0.9 | 9 | /confidence | bad-value",
        "\"source_port\": 443 | \"source_port\": \"443\" | /source_port | bad-value"
      })
  void shouldSayWhatIsWrongWithVersionFour(String old, String now, String path, String reason) {
    assertReject(sample("phishing-4.json"), old, now, path, reason);
  }

  @Test
  void shouldKnowAReportOfVersionFourAgainByItsId() {
    String once = sample("phishing-4.json");
    Submitted one = Submitted.of(FORMAT, "a", once);
    Submitted other = Submitted.of(FORMAT, "b", once.replace("0.9", "0.8"));
    assertThat(one.observations().getFirst().contentId())
        .isEqualTo(other.observations().getFirst().contentId());
  }

  @Test
  void shouldBeRecognised() {
    for (String sample : List.of("login-3.json", "phishing-4.json")) {
      byte[] head = Submitted.bytes("/samples/xarf/" + sample);
      assertThat(KnownFormats.all().recognise(new Sample(null, null, head)))
          .map(Format::name)
          .contains("xarf");
    }
  }

  private static void assertReject(
      String sample, String old, String now, String path, String reason) {
    assertThat(sample).contains(old);
    Submitted read = Submitted.of(FORMAT, "x", sample.replace(old, now == null ? "" : now));
    assertThat(read.accepted()).isEmpty();
    Reject reject = read.rejects().getFirst();
    assertThat(reject.path()).isEqualTo(path);
    assertThat(reject.reason().key()).isEqualTo(reason);
  }

  private static String sample(String name) {
    return new String(Submitted.bytes("/samples/xarf/" + name), StandardCharsets.UTF_8);
  }
}
