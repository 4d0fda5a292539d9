package org.tocsin.formats.intelmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Format;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusRun;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

class IntelmqFormatTest {
  private static final IntelmqFormat FORMAT = new IntelmqFormat();

  @Test
  void shouldReadEventsFlatOrNested() {
    Submitted events = Submitted.ofResource(FORMAT, "/samples/intelmq/events.ndjson");
    assertThat(events.observations())
        .extracting(Observation::observedAt, Observation::rsit, Observation::tlp)
        .containsExactly(
            tuple(Instant.parse("2026-11-20T11:00:00Z"), Rsit.C2_SERVER, Tlp.AMBER_STRICT),
            tuple(Instant.parse("2026-11-20T11:06:00Z"), Rsit.BRUTE_FORCE, Tlp.AMBER),
            tuple(Instant.parse("2026-11-20T11:07:00Z"), Rsit.DATA_LEAK, Tlp.RED));
    assertThat(events.objects("network-traffic"))
        .extracting(traffic -> traffic.json().has("src_ref") + " " + traffic.json().get("dst_port"))
        .containsExactly("false 443", "true 22");
    assertThat(events.objects("file")).hasSize(1);
    assertThat(events.objects("email-addr")).hasSize(1);
    assertThat(events.objects("observed-data").getFirst().json().toString())
        .contains("\"extra.tag\":\"first\"", "\"confidence\":80")
        .doesNotContain("QUFB");
    assertThat(events.schemaErrors()).isEmpty();
  }

  /** The first records of a file of the corpus and of the sample, as a person reads them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corpus|127.0.0.2|2026-11-20T10:11:12.123456Z|C2_SERVER|AMBER|127.0.0.2",
        "sample|192.0.2.40|2026-11-20T11:00:00Z|C2_SERVER|AMBER_STRICT|AS64502 FR",
      })
  void shouldTellOfTheFirstRecordWhatStandsThere(
      String of, String indicator, Instant time, Rsit rsit, Tlp tlp, String place)
      throws IOException {
    Submitted read =
        of.equals("sample")
            ? Submitted.ofResource(FORMAT, "/samples/intelmq/events.ndjson")
            : Submitted.of(FORMAT, "data2.json", Files.readAllBytes(corpusEvent()));
    Observation first = read.observations().getFirst();

    assertThat(first.objects().get(1).text("value")).contains(indicator);
    assertThat(first.observedAt()).isEqualTo(time);
    assertThat(first.rsit()).isEqualTo(rsit);
    assertThat(first.tlp()).isEqualTo(tlp);
    assertThat(Placed.of(first)).isEqualTo(place);
  }

  private static Path corpusEvent() {
    return CorpusRun.files("feeds", name -> name.endsWith("json__data2.json")).getFirst();
  }

  @Test
  void shouldBeRecognised() {
    byte[] head = Submitted.bytes("/samples/intelmq/events.ndjson");
    assertThat(KnownFormats.all().recognise(new Sample(null, null, head)))
        .map(Format::name)
        .contains("intelmq");
  }

  @Test
  void shouldReadTheEventsOfTheCorpus() {
    CorpusRun run = new CorpusRun(FORMAT);
    List<Path> events =
        CorpusRun.files(
            "feeds",
            name -> name.endsWith("json__data2.json") || name.contains("TestJSONParserBot"));
    for (Path file : events) {
      boolean namesAnything = file.toString().endsWith("json__data2.json");
      Submitted read = run.read(file, namesAnything);
      if (namesAnything) {
        Observation first = read.observations().getFirst();
        assertThat(first.rsit()).isEqualTo(Rsit.C2_SERVER);
        assertThat(first.observedAt()).isEqualTo(Submitted.COLLECTED);
        assertThat(read.objects().get(1).text("value")).contains("127.0.0.2");
      } else {
        assertThat(read.rejects().getFirst().reason()).isEqualTo(RejectReason.MISSING_FIELD);
      }
    }
    assertThat(run.faults()).isEmpty();
  }
}
