package org.tocsin.formats.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.CorpusRun;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;

/** Events others have written. */
class IdeaCorpusTest {
  /**
   * First record's time, type, level and first address, and its incident's place, as a person reads
   * them.
   */
  private static final Map<String, String> READ_BY_HAND =
      Map.of(
          "12-Alerts_from_the_sip_bf_detector_https_gi.json",
          "2017-01-05T16:06:32Z SCANNER AMBER 43.202.103.135 43.202.103.135",
          "idea-definition-example.json",
          "2012-11-03T07:36:00Z PHISHING AMBER 192.168.0.2/31 example.com",
          "rc_msg.json",
          "2016-06-21T13:08:27Z BRUTE_FORCE AMBER 1.2.3.4 1.2.3.4");

  @Test
  void shouldReadEveryEvent() {
    CorpusRun run = new CorpusRun(new IdeaFormat());
    for (Path file : CorpusRun.files("idea", name -> name.endsWith(".json"))) {
      String name = file.getFileName().toString();
      // names neither source nor target
      Submitted read = run.read(file, !name.endsWith("WardenParser.6.json"));
      if (READ_BY_HAND.containsKey(name)) {
        assertThat(line(read)).as(name).isEqualTo(READ_BY_HAND.get(name));
      }
    }
    assertThat(run.faults()).isEmpty();
  }

  private static String line(Submitted read) {
    Observation first = read.observations().getFirst();
    String address = read.objects("ipv4-addr").getFirst().text("value").orElseThrow();
    return first.observedAt()
        + " "
        + first.rsit()
        + " "
        + first.tlp()
        + " "
        + address
        + " "
        + Placed.of(first);
  }
}
