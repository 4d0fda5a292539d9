package org.tocsin.formats.shadowserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.framing.Slice;
import org.tocsin.formats.rows.Cells;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

class FaultyReportTest {
  private static final String HEADER = "timestamp,ip,protocol,port,hostname,tag\n";
  private static final String GOOD = "2026-11-20 00:00:00,192.0.2.1,tcp,80,a.example.com,http\n";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      nullValues = "-",
      value = {
        "',192.0.2.1,tcp,80,,x', timestamp, MISSING_FIELD",
        "'   ,192.0.2.1,tcp,80,,x', timestamp, MISSING_FIELD",
        "'yesterday,192.0.2.1,tcp,80,,x', timestamp, BAD_VALUE",
        "'2026-02-30 00:00:00,192.0.2.1,tcp,80,,x', timestamp, BAD_VALUE",
        "'2026-11-20 00:00:00,192.0.2.999,tcp,80,a.example.com,x', ip, BAD_VALUE",
        "'2026-11-20 00:00:00,,tcp,80,,x', ip, MISSING_FIELD",
        "'2026-11-20 00:00:00,,tcp,80,no name,x', hostname, BAD_VALUE",
        "'2026-11-20 00:00:00,192.0.2.1,tcp', -, UNREADABLE",
        "'2026-11-20 00:00:00,192.0.2.1,tcp,80,,x,more', -, UNREADABLE",
        "'2026-11-20 00:00:00,192.0.2.1,tcp,80,,\"x', -, UNREADABLE",
        "',,,,,', timestamp, MISSING_FIELD",
        "'x', -, UNREADABLE"
      })
  void shouldRejectARowAndSayWhy(String row, String column, RejectReason reason) {
    Normalised normalised = Reports.read("scan_http.csv", HEADER + GOOD + row + "\n" + GOOD);
    assertThat(normalised.accepted()).extracting(Accepted::position).containsExactly(0, 2);
    assertThat(normalised.rejects())
        .singleElement()
        .satisfies(reject -> {
          assertThat(reject.position()).isEqualTo(1);
          assertThat(reject.line()).isEqualTo(3);
          assertThat(reject.path()).isEqualTo(column);
          assertThat(reject.reason()).isEqualTo(reason);
          assertThat(reject.detail()).isNotBlank();
        });
  }

  @Test
  void shouldTolerateWhatIsMissingOrEmptyAtTheEnd() {
    String rows =
        "2026-11-20 00:00:00,192.0.2.1,tcp,80\n"
            + "2026-11-20 00:00:00,192.0.2.1,tcp,80,a.example.com\n"
            + "2026-11-20 00:00:00,192.0.2.1,tcp,80,,x,,,\"\"\n";
    assertThat(Reports.read("scan_http.csv", HEADER + rows).accepted()).hasSize(3);
  }

  @Test
  void shouldNameTheLineWhereTheRowBegins() {
    String text =
        "\n" + HEADER + GOOD.replace("http", "\"a\nb\"") + "\r\n" + "bad\n" + GOOD + "bad";
    assertThat(Reports.read("scan_http.csv", text).rejects())
        .extracting(Reject::line)
        .containsExactly(6L, 8L);
  }

  @Test
  void shouldCountLinesFromTheSubmissionsBeginning() {
    byte[] header = ("\"timestamp\",\"ip\",\"a\n\nb\"\n").getBytes(UTF_8);
    Slice slice = new Slice(header, "\nx,y,z\n".getBytes(UTF_8), 7_001, 1);
    assertThat(Reports.normalise(Reports.raw("scan_http.csv", 3, slice)).rejects())
        .extracting(Reject::line)
        .containsExactly(7_002L);
  }

  @Test
  void shouldRejectEveryRowWhereTheTypeIsNotDecided() {
    String text = "timestamp,ip,port\n2026-11-20,192.0.2.1,1\nwhatever\n";
    Normalised ambiguous = Reports.read("report.csv", text);
    assertThat(ambiguous.accepted()).isEmpty();
    assertThat(ambiguous.rejects())
        .hasSize(2)
        .allSatisfy(reject -> {
          assertThat(reject.reason()).isEqualTo(RejectReason.AMBIGUOUS_TYPE);
          assertThat(reject.detail()).contains("scan_socks", "scan_cisco_smart_install");
        });
    assertThat(Reports.read("report.csv", "a,b\n1,2\n").rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNKNOWN_TYPE);
    assertThat(Reports.read(null, "a,b\n1,2\n").rejects()).hasSize(1);
  }

  @Test
  void shouldReplaceBytesThatAreNoText() {
    byte[] text =
        (HEADER + GOOD.replace("http", "h\u00e4tt")).getBytes(StandardCharsets.ISO_8859_1);
    Normalised normalised = Reports.normalise(Reports.raw("scan_http.csv", text));
    assertThat(normalised.accepted()).hasSize(1);
    assertThat(Reports.observation(normalised.accepted().get(0)).objects().get(0).json().toString())
        .contains("h\uFFFDtt");
  }

  @Test
  void shouldHoldItsLimits() {
    String wide = HEADER.strip() + ",x".repeat(Cells.MAX) + "\n";
    assertThat(Reports.read("scan_http.csv", wide + GOOD).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNREADABLE);
    String cells = GOOD.strip() + ",".repeat(Cells.MAX) + "\n";
    String large = GOOD.strip() + "x".repeat(1024 * 1024) + "\n";
    assertThat(Reports.read("scan_http.csv", HEADER + cells + large).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED, RejectReason.LIMIT_EXCEEDED);
  }

  @Test
  void shouldMakeNothingOfNothing() {
    for (String text : List.of("", "\n\n", HEADER, "\uFEFF", HEADER + "\n \n")) {
      Normalised normalised = Reports.read("scan_http.csv", text);
      assertThat(normalised.accepted()).isEmpty();
      assertThat(normalised.rejects()).isEmpty();
    }
  }

  @Test
  void shouldNotRevealValuesInARejectsDetail() {
    String secret = "2026-11-20 00:00:00,s3cr3t,tcp,80,s3cr3t,x\n" + "s3cr3t,192.0.2.1,,,,\n";
    assertThat(Reports.read("scan_http.csv", HEADER + secret).rejects())
        .hasSize(2)
        .allSatisfy(reject -> assertThat(reject.toString()).doesNotContain("s3cr3t"));
  }

  @Test
  void shouldKeepWhatIsNotWhatItsColumnSays() {
    Normalised normalised =
        Reports.read(
            "event4_honeypot_http_scan.csv",
            "timestamp,src_ip,src_port,src_asn,dst_ip,dst_port,file_md5,http_url,mac,email,count\n"
                + "2026-11-20,192.0.2.1,99999,-5,nowhere,http,12345,::,zz,@,x\n");
    assertThat(normalised.rejects()).isEmpty();
    assertThat(Reports.observation(normalised.accepted().get(0)).objects())
        .extracting(object -> object.type())
        .containsExactly("observed-data", "ipv4-addr");
  }
}
