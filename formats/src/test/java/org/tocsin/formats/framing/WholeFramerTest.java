package org.tocsin.formats.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WholeFramerTest {
  @Test
  void shouldGiveEverythingAsOneRecord() throws IOException {
    byte[] text = "one\ntwo\n".getBytes();
    Framer framer = Framing.WHOLE.over(new ByteArrayInputStream(text));
    Slice slice = framer.next().orElseThrow();
    assertThat(slice.bytes()).isEqualTo(text);
    assertThat(slice.preamble()).isEmpty();
    assertThat(slice.records()).isEqualTo(1);
    assertThat(slice.firstLine()).isEqualTo(1);
    assertThat(framer.next()).isEmpty();
  }

  @Test
  void shouldGiveNothingForNothing() throws IOException {
    assertThat(Framing.WHOLE.over(new ByteArrayInputStream(new byte[0])).next()).isEmpty();
  }

  @Test
  void shouldTakeExactlyWhatARawRecordHolds() throws IOException {
    byte[] largest = new byte[Framer.MAX_RAW_RECORD];
    assertThat(Framing.WHOLE.over(new ByteArrayInputStream(largest)).next()).isPresent();
    Framer framer = Framing.WHOLE.over(new ByteArrayInputStream(new byte[largest.length + 1]));
    assertThatExceptionOfType(SubmissionTooLargeException.class).isThrownBy(framer::next);
  }
}
