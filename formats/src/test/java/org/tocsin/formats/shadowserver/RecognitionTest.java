package org.tocsin.formats.shadowserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Sample;

class RecognitionTest {
  private static final ShadowserverFormat FORMAT = new ShadowserverFormat();

  @Test
  void shouldBeSureOfItsOwnReports() {
    for (String name : Samples.NAMES) {
      assertThat(sureness(name, Reports.sample(name))).as(name).isGreaterThan(90);
    }
  }

  @Test
  void shouldBeSureOfAHeaderWithoutAName() {
    assertThat(sureness(null, Reports.sample("2026-11-20-scan_http-example-geo.csv")))
        .isGreaterThan(90);
    assertThat(sureness("x.csv", "timestamp,ip,port,brand_new\n".getBytes(UTF_8)))
        .isBetween(60, 90);
    assertThat(sureness(null, "\uFEFF\n\"timestamp\",\"severity\",\"ip\"\r\n".getBytes(UTF_8)))
        .isGreaterThan(60);
  }

  @Test
  void shouldGoByTheNameWhereTheHeaderSaysNothing() {
    assertThat(sureness("2026-11-20-scan_http.csv", "a,b\n1,2\n".getBytes(UTF_8)))
        .isBetween(20, 60);
  }

  @Test
  void shouldTakeAnotherTableOnlyWhereNobodyElseDoes() {
    assertThat(sureness("x.csv", "first,last\nJane,Doe\n".getBytes(UTF_8))).isBetween(1, 10);
  }

  @Test
  void shouldNotBePutOffByWhatOneRowHolds() {
    byte[] report =
        "timestamp,ip,port,tag\n2026-11-20 01:02:03,192.0.2.1,80,a\0\1\2\3\0\n".getBytes(UTF_8);

    assertThat(sureness("2026-11-20-scan_http.csv", report)).isGreaterThan(90);
    assertThat(sureness(null, report)).isBetween(60, 100);
  }

  /** Its rows would be taken for one long header, and nobody would miss them. */
  @Test
  void shouldNotTakeLinesThatEndWithoutALineFeed() {
    byte[] report = "timestamp,ip,port\r2026-11-20 01:02:03,192.0.2.1,80\r".getBytes(UTF_8);

    assertThat(sureness("2026-11-20-scan_http.csv", report)).isZero();
  }

  @Test
  void shouldNotTakeWhatIsNoTable() {
    for (String text :
        List.of(
            "",
            "\n\n",
            "{\"type\":\"bundle\",\"objects\":[]}",
            "[1,2]\n[3,4]",
            "<a>,<b>\n1,2",
            "Dear Sir, Madam\nplease find",
            "one line, no more",
            "\"never closed, a\nb,c\n",
            "a,b\0\n1,2\n")) {
      assertThat(sureness("x", text.getBytes(UTF_8))).as(text).isZero();
    }
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, ',', '\n', ','};
    assertThat(sureness("2026-11-20-scan_http.csv.zip", zip)).isZero();
  }

  private static int sureness(String name, byte[] head) {
    return FORMAT.recognise(new Sample(name, null, head));
  }
}
