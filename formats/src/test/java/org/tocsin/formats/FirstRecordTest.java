package org.tocsin.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;

/**
 * What stands in the first record of real files, written by hand from the files: what it names,
 * when, its type, level and the place of its incident. The formats that are not here have such a
 * table in the test of their own files.
 */
class FirstRecordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shadowserver-csv|shadowserver/intelmq-2.0.0/Drone.csv"
            + "|198.51.100.4|2016-07-24T00:00:01Z|INFECTED_SYSTEM|AMBER|AS31334 DE",
        "shadowserver-csv|shadowserver/intelmq-3.2.1/scan_rdp.csv"
            + "|198.123.245.178|2019-09-04T15:45:51Z|POTENTIALLY_UNWANTED_ACCESSIBLE|AMBER|AS5678",
        "stix-2.1|stix21/elevator-idioms/ais-marking-g-e-t.json"
            + "|US|2020-12-31T00:00:00Z||GREEN|-",
        "stix-2.1|stix21/amnesty/2021-07-18_nso__pegasus.stix2"
            + "|Pegasus|2024-01-26T21:28:21.013109Z||AMBER|-",
        "csaf-2.0|csaf/cisa-ot/2024__icsa-24-291-05.json"
            + "|Kieback&Peter DDC4000 Series|2024-10-17T06:00:00Z||CLEAR|-",
        "csaf-2.0|csaf/oasis-examples-2.0/csaf__rhsa-2019_1862.json"
            + "|Red Hat Security Advisory: Red Hat OpenShift Enterprise one-month end-of-life"
            + " notice|2019-07-26T06:38:00Z||CLEAR|-",
        "cap|cap/ibm-cap/cap_amber_alert_example.xml"
            + "|Amber Alert in Los Angeles County|2003-06-12T05:39:00Z||CLEAR|-",
        "cap|cap/google-cap-library/testdata__canada.cap"
            + "|severe thunderstorm watch|2012-05-02T23:21:04Z||CLEAR|-",
        "kev|kev/cisa/known_exploited_vulnerabilities.json"
            + "|CVE-2025-48384|2025-08-25T00:00:00Z||AMBER|-",
        "kev-csv|kev/cisa/known_exploited_vulnerabilities.csv"
            + "|CVE-2025-48384|2025-08-25T00:00:00Z||AMBER|-",
      })
  void shouldBeReadAsItIsWritten(
      String format, String file, String what, String time, String rsit, String tlp, String place)
      throws IOException {
    Optional<Path> corpus = SharedFolder.find("corpus");
    assumeTrue(corpus.isPresent(), "skipped: no shared/corpus above this folder");
    byte[] bytes = Files.readAllBytes(corpus.get().resolve(file));
    Sample sample = new Sample(Path.of(file).getFileName().toString(), null, bytes);
    Format recognised = KnownFormats.all().recognise(sample).orElseThrow();
    Fact first = Submitted.of(recognised, sample.name(), bytes).facts().getFirst();

    assertThat(recognised.name()).isEqualTo(format);
    assertThat(told(first))
        .isEqualTo(String.join("|", what, time, String.valueOf(rsit), tlp, place));
  }

  private static String told(Fact fact) {
    return switch (fact) {
      case Observation seen ->
          "%s|%s|%s|%s|%s"
              .formatted(
                  named(seen.objects().get(1)),
                  seen.observedAt(),
                  seen.rsit(),
                  seen.tlp(),
                  Placed.of(seen));
      case StixVersion version ->
          "%s|%s|null|%s|-"
              .formatted(
                  named(version.object()),
                  Instant.parse(version.object().text("created").orElseThrow()),
                  version.tlp());
    };
  }

  private static String named(StixObject object) {
    return object
        .text("name")
        .or(() -> object.text("value"))
        .or(() -> object.text("country"))
        .orElse("");
  }
}
