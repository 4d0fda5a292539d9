package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

class UnknownTypeTest {
  private static final String NEW_REPORT =
      "timestamp,severity,ip,port,hostname,asn,geo,flux,capacitor\n"
          + "2026-11-20 15:00:00,high,192.0.2.80,1985,dmc.example.org,64520,US,yes,1.21\n";

  private static final String PLAIN_REPORT =
      "timestamp,ip,port,hostname,asn,geo\n"
          + "2026-11-20 15:00:00,192.0.2.80,1985,dmc.example.org,64520,US\n";

  @ParameterizedTest
  @CsvSource({
    "2026-11-20-scan_flux-example-asn.csv,scan_flux",
    "folder/scan6_flux.csv,scan6_flux",
    "Flux.csv,flux",
    "2026-11-20.csv,unknown",
    ",unknown"
  })
  void shouldKeepAReportOfATypeThatIsNotKnown(String name, String type) {
    Observation observation = Reports.only(name, NEW_REPORT);
    assertThat(observation.reportType()).isEqualTo(type);
    assertThat(observation.rsit()).isNull();
    assertThat(observation.objects().get(0).json().toString())
        .contains("\"flux\":\"yes\"", "\"capacitor\":\"1.21\"")
        .doesNotContain("classification");
    assertThat(observation.objects()).anyMatch(object -> object.type().equals("ipv4-addr"));
  }

  @Test
  void shouldBelieveANameThatIsOneOfAReport() {
    assertThat(Reports.only("2026-11-20-scan_flux-asn.csv", PLAIN_REPORT).reportType())
        .isEqualTo("scan_flux");
  }

  @Test
  void shouldLeaveUndecidedWhatFitsSeveralTypes() {
    Normalised undecided = Reports.read("report.csv", PLAIN_REPORT);
    assertThat(undecided.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.AMBIGUOUS_TYPE);
  }

  @Test
  void shouldNotTakeATableThatIsNoReport() {
    assertThat(Reports.read("scan_flux.csv", "time,host\n2026-11-20,192.0.2.1\n").rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNKNOWN_TYPE);
  }
}
