package org.tocsin.formats.xarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.CorpusRun;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;

/** Reports others have written, right and wrong; the names say which. */
class XarfCorpusTest {
  /**
   * First record's time, type, level and first observable, and its incident's place, as a person
   * reads them.
   */
  private static final Map<String, String> READ_BY_HAND =
      Map.of(
          "positive__3__phishing_sample.json",
          "2018-02-05T14:17:10Z PHISHING AMBER 192.0.2.55 example.org",
          "positive__development__exploit_sample_minimal.json",
          "2022-08-24T11:21:10Z EXPLOIT AMBER 192.0.2.55 192.0.2.55",
          "valid__v4__connection__ddos_sample.json",
          "2024-01-15T16:55:42Z DDOS AMBER 192.0.2.155 192.0.2.155",
          "v4__content-phishing.json",
          "2025-01-11T15:15:24Z PHISHING AMBER 203.0.113.45 example.com");

  @Test
  void shouldTakeWhatIsRightAndRejectWhatIsWrong() {
    CorpusRun run = new CorpusRun(new XarfFormat());
    for (Path file : CorpusRun.files("xarf", XarfCorpusTest::isReport)) {
      String name = file.getFileName().toString();
      boolean wrong = name.startsWith("negative") || name.startsWith("invalid");
      Submitted read = run.read(file, !wrong);
      if (READ_BY_HAND.containsKey(name) && !read.observations().isEmpty()) {
        assertThat(line(read)).as(name).isEqualTo(READ_BY_HAND.get(name));
      }
    }
    assertThat(run.faults()).isEmpty();
  }

  private static boolean isReport(String file) {
    return file.contains("/abusix-xarf-v3/")
        || file.contains("/xarf-python/")
        || file.contains("/xarf-spec/");
  }

  private static String line(Submitted read) {
    Observation first = read.observations().getFirst();
    String value = read.objects().get(1).text("value").orElseThrow();
    return first.observedAt()
        + " "
        + first.rsit()
        + " "
        + first.tlp()
        + " "
        + value
        + " "
        + Placed.of(first);
  }
}
