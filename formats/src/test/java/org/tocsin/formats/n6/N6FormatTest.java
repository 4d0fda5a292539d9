package org.tocsin.formats.n6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
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
import org.tocsin.model.tlp.Tlp;

class N6FormatTest {
  private static final N6Format FORMAT = new N6Format();

  /**
   * First record's time, type, level and what to find it by, and its incident's place, as a person
   * reads them.
   */
  private static final Map<String, String> READ_BY_HAND =
      Map.of(
          "n6_n6stomp--TestN6StompParserBot.32d3bb.json",
          "2015-11-17T12:17:27.043452Z INFECTED_SYSTEM AMBER 68.68.96.235 AS18779 US",
          "n6_n6stomp--TestN6StompParserBot.266b15.json",
          "2020-05-04T10:54:15Z C2_SERVER AMBER example.net example.net");

  @Test
  void shouldReadEvents() {
    Submitted events = Submitted.ofResource(FORMAT, "/samples/n6/events.json");
    assertThat(events.observations())
        .extracting(Observation::observedAt, Observation::rsit, Observation::tlp)
        .containsExactly(
            tuple(Instant.parse("2026-11-20T10:00:00.250Z"), Rsit.INFECTED_SYSTEM, Tlp.AMBER),
            tuple(Instant.parse("2026-11-20T10:01:00Z"), Rsit.C2_SERVER, Tlp.RED));
    assertThat(events.rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple("/2/time", RejectReason.MISSING_FIELD));
    StixObject seen = events.objects("observed-data").getFirst();
    assertThat(seen.json().get("number_observed").intValue()).isEqualTo(7);
    assertThat(seen.json().get("confidence").intValue()).isEqualTo(85);
    assertThat(seen.json().toString()).contains("\"DE\"", "\"AT\"");
    assertThat(events.schemaErrors()).isEmpty();
  }

  @Test
  void shouldTellWhoSentFromWhoWasReached() {
    Submitted events = Submitted.ofResource(FORMAT, "/samples/n6/events.json");
    assertThat(events.objects("network-traffic"))
        .extracting(traffic -> traffic.json().has("src_ref") + " " + traffic.json().get("dst_port"))
        .containsExactly("true 80", "true 80", "false 8080");
  }

  @Test
  void shouldBeRecognised() {
    byte[] head = Submitted.bytes("/samples/n6/events.json");
    assertThat(KnownFormats.all().recognise(new Sample(null, null, head)))
        .map(Format::name)
        .contains("n6");
  }

  @Test
  void shouldReadEveryEventOfTheCorpus() {
    CorpusRun run = new CorpusRun(FORMAT);
    for (Path file : CorpusRun.files("n6", name -> name.endsWith(".json"))) {
      Submitted read = run.read(file, true);
      Observation first = read.observations().getFirst();
      String indicator = read.objects().get(1).text("value").orElseThrow();
      // the corpus says nothing about sharing, the run's loosest level is CLEAR: AMBER by default
      assertThat(
              first.observedAt()
                  + " "
                  + first.rsit()
                  + " "
                  + first.tlp()
                  + " "
                  + indicator
                  + " "
                  + Placed.of(first))
          .isEqualTo(READ_BY_HAND.get(file.getFileName().toString()));
    }
    assertThat(run.faults()).isEmpty();
  }
}
