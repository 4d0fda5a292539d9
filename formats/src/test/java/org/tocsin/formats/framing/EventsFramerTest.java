package org.tocsin.formats.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.idea.IdeaFormat;
import org.tocsin.formats.record.Submitted;

/** {@link Submitted} holds that framer and normaliser count the same, whatever comes in. */
class EventsFramerTest {
  private static final String EVENT =
      "{\"DetectTime\":\"2026-11-20T09:00:00Z\",\"Source\":[{\"IP4\":[\"192.0.2.1\"]}],\"n\":";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":1};1",
        "{\"a\":1}\\n;1",
        "\\n {\"a\":1} \\r\\n{\"a\":2};2",
        "{\"a\":1}\\n\\n# no record\\n{\"a\":2}\\nrubbish;3",
        "{\"a\":1} rubbish;2",
        "{\\n\"a\":1}\\n{\"a\":2};2",
        "[{\"a\":1},\\n{\"a\":2}];2",
        "[{\"a\":1},;2",
        "[];0",
        "rubbish;1",
        "{\"a\":;1"
      })
  void shouldCountWhatIsThere(String text, int records) {
    String written = text.replace("\\n", "\n").replace("\\r", "\r");
    assertThat(Submitted.of(new IdeaFormat(), "x", written).records()).isEqualTo(records);
  }

  @Test
  void shouldCutManyLinesAndLongArrays() {
    String lines = events("\n");
    assertThat(Submitted.of(new IdeaFormat(), "x", lines).observations()).hasSize(1200);
    assertThat(Submitted.of(new IdeaFormat(), "x", "[" + events(",\n") + "]").observations())
        .hasSize(1200);
  }

  @Test
  void shouldTakeALongFirstLineForADocument() {
    String one = EVENT + "\"" + "x".repeat(70_000) + "\"}";
    assertThat(Submitted.of(new IdeaFormat(), "x", one).observations()).hasSize(1);
  }

  @Test
  void shouldAccountForEveryMutation() {
    byte[] sample = Submitted.bytes("/samples/idea/phishing.ndjson");
    Random random = new Random(20261120);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = sample.clone();
      for (int change = 0; change < 1 + round % 5; change++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "{}[]\",:\n\r x\\\0".charAt(random.nextInt(13));
      }
      Submitted read = Submitted.of(new IdeaFormat(), "x", bytes);
      assertThat(read.accepted().size() + read.rejects().size()).isEqualTo(read.records());
    }
  }

  private static String events(String between) {
    return IntStream.range(0, 1200)
        .mapToObj(number -> EVENT + number + "}")
        .collect(Collectors.joining(between));
  }
}
