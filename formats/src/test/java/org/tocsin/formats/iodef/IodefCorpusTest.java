package org.tocsin.formats.iodef;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.CorpusRun;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RejectReason;

/** Documents of the RFCs and of other projects. */
class IodefCorpusTest {
  /**
   * First record's time, type, level and first observable, and its incident's place, as a person
   * reads them.
   */
  private static final Map<String, String> READ_BY_HAND =
      Map.of(
          "rfc5070-example-01.xml",
          "2001-09-13T23:19:24Z EXPLOIT AMBER 192.0.2.200 192.0.2.200",
          "rfc5070-example-03.xml",
          "2006-06-08T10:44:53Z DOS AMBER 192.0.2.1 192.0.2.1",
          "rfc5901-example-02.xml",
          "2006-06-13T09:37:21Z PHISHING RED 192.0.2.4 192.0.2.4",
          "rfc7970-example-02.xml",
          "2015-10-02T16:18:00Z DATA_LEAK GREEN kj290023j09r34.example.com example.com",
          "rfc8727-example-02.json",
          "2015-10-02T16:18:00Z DATA_LEAK GREEN kj290023j09r34.example.com example.com");

  @Test
  void shouldReadEveryDocument() {
    CorpusRun run = new CorpusRun(new IodefFormat());
    for (Path file : CorpusRun.files("iodef", name -> name.endsWith(".xml"))) {
      // what RFC 7203 carries inside of IODEF is no IODEF by itself, whole or broken
      boolean attachment = file.toString().contains("sci-attachments");
      Submitted read = run.read(file, !attachment);
      compare(file, read);
      if (attachment) {
        assertThat(read.rejects().getFirst().reason())
            .isIn(RejectReason.BAD_VALUE, RejectReason.UNREADABLE);
      }
    }
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void shouldReadEveryDocumentInJson() {
    CorpusRun run = new CorpusRun(new IodefJsonFormat());
    for (Path file : CorpusRun.files("iodef", name -> name.endsWith(".json"))) {
      // two of them are JavaScript around a document
      boolean script = file.toString().matches(".*readme-[34]\\.json");
      compare(file, run.read(file, !script));
    }
    assertThat(run.faults()).isEmpty();
  }

  private static void compare(Path file, Submitted read) {
    String name = file.getFileName().toString();
    if (READ_BY_HAND.containsKey(name) && !read.observations().isEmpty()) {
      Observation first = read.observations().getFirst();
      String value = read.objects().get(1).text("value").orElseThrow();
      assertThat(
              first.observedAt()
                  + " "
                  + first.rsit()
                  + " "
                  + first.tlp()
                  + " "
                  + value
                  + " "
                  + Placed.of(first))
          .as(name)
          .isEqualTo(READ_BY_HAND.get(name));
    }
  }
}
