package org.tocsin.formats.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesFramerTest {
  @Test
  void shouldCountLinesThatAreNeitherBlankNorComments() throws IOException {
    String text = "\uFEFF# list\r\n192.0.2.1\r\n\n  ; note\n// note\nexample.org\nlast";

    List<Slice> slices = Frames.of(Framing.LINES, text.getBytes(UTF_8));

    assertThat(Frames.records(slices)).isEqualTo(3);
    assertThat(Frames.joined(slices)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void shouldCutAfterFiveHundredLinesAndSayWhereItWentOn() throws IOException {
    StringBuilder text = new StringBuilder("# list\n");
    for (int i = 0; i < 1_203; i++) {
      text.append("host-").append(i).append(".example\n");
    }

    List<Slice> slices = Frames.of(Framing.LINES, text.toString().getBytes(UTF_8));

    assertThat(slices).extracting(Slice::records).containsExactly(500, 500, 203);
    assertThat(slices).extracting(Slice::firstLine).containsExactly(1L, 502L, 1_002L);
    assertThat(Frames.joined(slices)).isEqualTo(text.toString().getBytes(UTF_8));
  }

  @Test
  void shouldCutByBytesToo() throws IOException {
    String text = ("x".repeat(100_000) + "\n").repeat(5);

    assertThat(Frames.of(Framing.LINES, text.getBytes(UTF_8)))
        .extracting(Slice::records)
        .containsExactly(2, 2, 1);
  }

  @Test
  void shouldHaveNoSliceOfNothing() throws IOException {
    assertThat(Frames.of(Framing.LINES, new byte[0])).isEmpty();
  }
}
