package org.tocsin.formats.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class TableFormatTest {
  @Test
  void shouldTellWhenWhatAndHowFar() {
    Submitted submitted =
        Submitted.of(
            Mapped.named("microsoft-ctip"),
            "ctip.json",
            """
            [{"indicatorthreattype": "Botnet", "tlplevel": "Amber", "confidence": 20,
              "firstreporteddatetime": "2026-11-20T09:37:02", "networksourceipv4": "192.0.2.80",
              "networksourceport": 1204, "networkdestinationipv4": "198.51.100.80",
              "networkdestinationport": 443, "networksourceasn": "64496", "extra": {"deep": ["a", "b"]}}]
            """);

    Observation observation = submitted.observations().getFirst();
    assertThat(observation.observedAt()).isEqualTo(Instant.parse("2026-11-20T09:37:02Z"));
    assertThat(observation.rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
    assertThat(observation.reportType()).isEqualTo("Botnet");
    assertThat(observation.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(Mapped.seen(submitted))
        .containsExactly(
            "ipv4-addr 192.0.2.80",
            "autonomous-system 64496",
            "ipv4-addr 198.51.100.80",
            "network-traffic 443");
    assertThat(fields(observation).get("extra.deep").stringValue()).isEqualTo("a, b");
    assertThat(observation.objects().getFirst().json().get("confidence").intValue()).isEqualTo(20);
  }

  @Test
  void shouldWriteIdsAndFingerprintsOneWayUnderNamesOfTheirOwn() {
    Submitted submitted =
        Submitted.of(
            Mapped.of(
                """
                name: fingerprints
                cut: rows
                separator: comma
                header: first
                listed: true
                columns:
                  - {name: where, role: ip}
                  - {name: tls, role: ja3}
                  - {name: hole, role: cve}
                  - {name: file, role: md5}
                """),
            "x.csv",
            """
            where,tls,hole,file
            192.0.2.1,E7D705A3286E19EA42F587B344EE6865,cve-2026-12345,
            192.0.2.2,unknown,"CVE-2026-1, CVE-2026-2",
            192.0.2.3,,,D41D8CD98F00B204E9800998ECF8427E
            """);

    JsonNode first = fields(submitted.observations().getFirst());
    JsonNode second = fields(submitted.observations().getLast());
    assertThat(first.get("ja3").stringValue()).isEqualTo("e7d705a3286e19ea42f587b344ee6865");
    assertThat(first.get("cve").stringValue()).isEqualTo("CVE-2026-12345");
    assertThat(second.get("ja3").stringValue()).isEqualTo("unknown");
    assertThat(second.get("cve").stringValue()).isEqualTo("CVE-2026-1, CVE-2026-2");
    assertThat(submitted.rejects()).extracting(Reject::path).containsExactly("file");
  }

  @Test
  void shouldTakeTheTimeOfCollectionWhereARecordHasNone() {
    Submitted submitted = Submitted.of(Mapped.named("ip-list"), "list.txt", "192.0.2.1\n");

    assertThat(submitted.observations().getFirst().observedAt()).isEqualTo(Submitted.COLLECTED);
  }

  @Test
  void shouldKnowTheSameRowAgainWhereverItStands() {
    Submitted first = Submitted.of(Mapped.named("ip-list"), "a.txt", "192.0.2.1\n192.0.2.2\n");
    Submitted later =
        Submitted.of(Mapped.named("ip-list"), "b.txt", "# new\n192.0.2.9\n192.0.2.1\r\n192.0.2.2");

    assertThat(later.observations().stream().map(Observation::contentId))
        .containsAll(first.observations().stream().map(Observation::contentId).toList());
  }

  @Test
  void shouldRefuseWhatAListOfBadThingsCannotList() {
    Submitted submitted =
        Submitted.of(
            Mapped.named("indicator-list"),
            "list.txt",
            """
            10.0.0.9
            127.0.0.1:80
            8.8.8.8
            http://192.168.0.1/x
            www.google.com
            https://docs.google.com/forms/bad
            192.0.2.7
            fe80::1
            172.16.0.0/16
            """);

    assertThat(submitted.rejects())
        .extracting(Reject::position, Reject::reason, Reject::path)
        .containsExactly(
            refused(0), refused(1), refused(2), refused(3), refused(4), refused(7), refused(8));
    assertThat(submitted.rejects().getFirst().detail()).contains("private use (RFC 1918)");
    assertThat(submitted.rejects().get(2).detail()).contains("a public resolver");
    assertThat(Mapped.seen(submitted))
        .containsExactly("url https://docs.google.com/forms/bad", "ipv4-addr 192.0.2.7");
  }

  private static Tuple refused(int position) {
    return tuple(position, RejectReason.BAD_VALUE, "value");
  }

  @Test
  void shouldTakeReservedAddressesOfWhatIsNoList() {
    Submitted submitted =
        Submitted.of(
            Mapped.named("cymru-cap"), "cap.txt", "bots|10.0.0.1|64496|2026-11-20 07:00:05||AS\n");

    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.observations().getFirst().rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
  }

  @Test
  void shouldRejectOneBadRowAndTakeTheOthers() {
    Submitted submitted =
        Submitted.of(
            Mapped.named("feodotracker-csv"),
            "feodo.csv",
            """
            2026-11-19 13:36:27,192.0.2.1,447,online,2026-11-20,Example
            this, is, one, very, wrong, line
            2026-11-19 13:36:28,999.0.2.1,447,online,2026-11-20,Example
            INVALID
            2026-11-19 13:36:29,,447,online,2026-11-20,Example
            """);

    assertThat(submitted.observations()).hasSize(1);
    assertThat(submitted.rejects())
        .extracting(Reject::line, Reject::path, Reject::reason)
        .containsExactly(
            tuple(2L, "first_seen_utc", RejectReason.BAD_VALUE),
            tuple(3L, "dst_ip", RejectReason.BAD_VALUE),
            tuple(4L, "first_seen_utc", RejectReason.BAD_VALUE),
            tuple(5L, "dst_ip", RejectReason.MISSING_FIELD));
  }

  @Test
  void shouldRejectWhatIsNoJsonAndKeepTheRest() {
    Submitted lines =
        Submitted.of(
            Mapped.named("spamhaus-drop-json"),
            "drop.json",
            "{\"cidr\":\"192.0.2.0/24\",\"sblid\":\"SBL1\"}\n{broken\n[1]\n");
    Submitted list =
        Submitted.of(
            Mapped.named("phishtank-json"),
            "p.json",
            "[{\"url\":\"http://a.example.org/\"},{\"url\":7},");

    assertThat(lines.observations()).hasSize(1);
    assertThat(lines.rejects()).extracting(Reject::reason).containsOnly(RejectReason.UNREADABLE);
    assertThat(lines.rejects()).extracting(Reject::line).containsExactly(2L, 3L);
    assertThat(list.observations()).hasSize(1);
    assertThat(list.rejects()).extracting(Reject::path).containsExactly("/1/url", null);
  }

  @Test
  void shouldFollowTheNamesAHeaderLineGives() {
    Submitted submitted =
        Submitted.of(
            Mapped.named("zeek-intel"),
            "a.intel",
            """
            #fields\tindicator_type\tmeta.desc\tindicator
            Intel::ADDR\tC2\t192.0.2.1
            #fields\tindicator\tindicator_type
            192.0.2.2\tIntel::ADDR
            """);

    assertThat(Mapped.seen(submitted))
        .containsExactly("ipv4-addr 192.0.2.1", "ipv4-addr 192.0.2.2");
    assertThat(submitted.observations().getFirst().rsit()).isEqualTo(Rsit.C2_SERVER);
    assertThat(submitted.observations().get(1).rsit()).isNull();
  }

  @Test
  void shouldCountTheSameInAListOfManySlices() {
    StringBuilder text = new StringBuilder("\ufeff# many\nAddress,Tags\n");
    for (int i = 0; i < 1_700; i++) {
      text.append("192.0.2.").append(i % 256).append(i % 100 == 7 ? "\n\n# rest\n" : ",telnet\n");
    }
    Submitted submitted =
        Submitted.of(Mapped.named("turris-greylist"), "greylist.csv", text.toString());

    assertThat(submitted.records()).isEqualTo(1_700);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.observations().getLast().rsit()).isEqualTo(Rsit.BRUTE_FORCE);
  }

  @Test
  void shouldNeverThrowForHostileInput() {
    List<String> hostile =
        List.of(
            "\u0000\u0001",
            "\"",
            "\"\n\"\n",
            "{",
            "[",
            "[[[[",
            "{\"a\":",
            "#",
            "\t\t\t|||;;;,,,",
            "a".repeat(60_000),
            "[{\"url\":\"\\ud800\"}]",
            "{\"ip\":\"192.0.2.1\",\"ip\":\"x\"}",
            "[".repeat(5_000),
            "192.0.2.1:99999",
            "http://[",
            "AS99999999999",
            "::ffff:1.2.3.4/129");
    for (TableFormat format : Mapped.SHIPPED) {
      for (String text : hostile) {
        Submitted.of(format, "x", text);
        assertThat(format.recognise(Mapped.sample("x", text.getBytes(UTF_8)))).isBetween(0, 100);
      }
    }
  }

  private static JsonNode fields(Observation observation) {
    return observation
        .objects()
        .getFirst()
        .json()
        .get("extensions")
        .get(TocsinExtension.ID)
        .get(TocsinExtension.FIELDS);
  }
}
