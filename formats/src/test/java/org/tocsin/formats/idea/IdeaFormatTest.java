package org.tocsin.formats.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;

class IdeaFormatTest {
  private static final IdeaFormat FORMAT = new IdeaFormat();

  @Test
  void shouldReadAnEventWithBothParties() {
    Submitted scan = Submitted.ofResource(FORMAT, "/samples/idea/scan.json");
    Observation event = scan.observations().getFirst();
    assertThat(event.observedAt()).isEqualTo(Instant.parse("2026-11-20T07:55:00Z"));
    assertThat(event.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(event.reportType()).isEqualTo("Attempt.Login");
    assertThat(event.tlp()).isEqualTo(Tlp.GREEN);
    StixObject seen = scan.objects("observed-data").getFirst();
    assertThat(seen.json().get("number_observed").intValue()).isEqualTo(42);
    assertThat(seen.json().get("confidence").intValue()).isEqualTo(75);
    assertThat(seen.text("last_observed")).contains("2026-11-20T08:05:00.000Z");
    assertThat(values(scan, "ipv4-addr"))
        .containsExactly("192.0.2.10", "198.51.100.1", "198.51.100.4/30");
    assertThat(values(scan, "ipv6-addr")).containsExactly("2001:db8::22");
    assertThat(scan.objects("network-traffic"))
        .hasSize(3)
        .allSatisfy(traffic -> {
          assertThat(traffic.json().get("dst_port").intValue()).isEqualTo(22);
          assertThat(traffic.json().get("protocols").toString())
              .isEqualTo("[\"ipv4\",\"tcp\",\"ssh\"]");
        });
    StixObject name = scan.objects("domain-name").getFirst();
    assertThat(name.json().get("resolves_to_refs")).hasSize(1);
    assertThat(scan.schemaErrors()).isEmpty();
  }

  @Test
  void shouldTakeTheOthersWhereLinesAreBroken() {
    Submitted lines = Submitted.ofResource(FORMAT, "/samples/idea/phishing.ndjson");
    assertThat(lines.records()).isEqualTo(4);
    assertThat(lines.observations())
        .extracting(Observation::rsit)
        .containsExactly(Rsit.PHISHING, Rsit.INFECTED_SYSTEM);
    assertThat(lines.rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(
            tuple(2L, "/DetectTime", RejectReason.BAD_VALUE),
            tuple(3L, null, RejectReason.UNREADABLE));
    assertThat(values(lines, "url")).containsExactly("http://bank.example.org/login");
    assertThat(values(lines, "email-addr")).containsExactly("lure@example.org");
    assertThat(values(lines, "mac-addr")).containsExactly("00:00:5e:00:53:01");
    assertThat(lines.objects("file")).hasSize(1);
    assertThat(lines.objects("observed-data").getFirst().json().toString()).doesNotContain("QUFB");
    assertThat(lines.schemaErrors()).isEmpty();
  }

  @Test
  void shouldRejectAnEventThatNamesNothingToFindItBy() {
    Submitted empty =
        Submitted.of(
            FORMAT,
            "e.json",
            "[{\"DetectTime\":\"2026-11-20T09:00:00Z\",\"Category\":[\"Malware\"]},"
                + "{\"Category\":[\"Malware\"],\"Source\":[{\"IP4\":[\"192.0.2.1\"]}]}]");
    assertThat(empty.rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(
            tuple("/0", RejectReason.MISSING_FIELD),
            tuple("/1/DetectTime", RejectReason.MISSING_FIELD));
  }

  @Test
  void shouldKnowAnEventAgainByItsId() {
    String event =
        "{\"Format\":\"IDEA0\",\"ID\":\"x\",\"DetectTime\":\"2026-11-20T09:00:00Z\","
            + "\"Category\":[\"Test\",\"Recon.Scanning\"],\"Source\":[{\"IP4\":[\"192.0.2.1\"]}]}";
    Submitted one = Submitted.of(FORMAT, "a", event);
    Submitted other =
        Submitted.of(FORMAT, "b", "[ " + event.replace("\"Format", " \"Format") + "]");
    assertThat(one.observations().getFirst().contentId())
        .isEqualTo(other.observations().getFirst().contentId());
    assertThat(one.observations().getFirst().rsit()).isEqualTo(Rsit.TEST);
  }

  @Test
  void shouldKeepTheEventsOwnFields() {
    Submitted scan = Submitted.ofResource(FORMAT, "/samples/idea/scan.json");
    var fields =
        scan.objects("observed-data")
            .getFirst()
            .json()
            .at("/extensions/" + TocsinExtension.ID + "/" + TocsinExtension.FIELDS);
    assertThat(fields.get("Description").stringValue()).isEqualTo("Many logins that failed");
    assertThat(fields.get("Target.0.IP4").stringValue())
        .isEqualTo("198.51.100.1, 198.51.100.4-198.51.100.7");
  }

  @Test
  void shouldBeRecognised() {
    for (String sample : List.of("scan.json", "phishing.ndjson")) {
      byte[] head = Submitted.bytes("/samples/idea/" + sample);
      assertThat(KnownFormats.all().recognise(new Sample(null, null, head)))
          .map(org.tocsin.formats.Format::name)
          .contains("idea");
    }
    assertThat(FORMAT.recognise(new Sample("x.json", null, "{\"a\":1}".getBytes()))).isZero();
  }

  private static List<String> values(Submitted submitted, String type) {
    return submitted.objects(type).stream()
        .map(object -> object.text("value").orElseThrow())
        .toList();
  }
}
