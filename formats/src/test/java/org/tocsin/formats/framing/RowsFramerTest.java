package org.tocsin.formats.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsFramerTest {
  private static final String HEADER = "\"a\",\"b\"\r\n";

  @Test
  void shouldCutAfterFiveHundredRows() throws IOException {
    List<Slice> slices = cut(HEADER + "1,2\n".repeat(1_203));
    assertThat(slices).extracting(Slice::records).containsExactly(500, 500, 203);
    assertThat(slices).extracting(Slice::firstLine).containsExactly(1L, 502L, 1_002L);
  }

  @Test
  void shouldGiveTheHeaderToEverySliceButTheOneThatHoldsIt() throws IOException {
    List<Slice> slices = cut(HEADER + "1,2\n".repeat(700));
    assertThat(slices.get(0).preamble()).isEmpty();
    assertThat(new String(slices.get(0).bytes(), UTF_8)).startsWith(HEADER);
    assertThat(new String(slices.get(1).preamble(), UTF_8)).isEqualTo(HEADER);
    assertThat(new String(slices.get(1).bytes(), UTF_8)).startsWith("1,2\n");
  }

  @Test
  void shouldCutBeforeARowThatWouldMakeTheSliceTooLarge() throws IOException {
    String row = "x".repeat(100_000) + "\n";
    List<Slice> slices = cut("a\n" + row.repeat(5));
    assertThat(slices).extracting(Slice::records).containsExactly(2, 2, 1);
    assertThat(slices).allSatisfy(s -> assertThat(s.bytes().length).isLessThan(256 * 1024));
  }

  @Test
  void shouldGiveALargeRowASliceOfItsOwn() throws IOException {
    String large = "x".repeat(20 * 1024 * 1024) + "\n";
    List<Slice> slices = cut("a\n1\n" + large + "2\n");
    assertThat(slices).extracting(Slice::records).containsExactly(1, 1, 1);
  }

  @Test
  void shouldRefuseARowThatNoRawRecordHolds() {
    byte[] row = new byte[Framer.MAX_RAW_RECORD + 1];
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> slices(new ByteArrayInputStream(row)));
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    InputStream afterHeader =
        new SequenceInputStream(new ByteArrayInputStream("a\n".getBytes(UTF_8)), endless);
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> slices(afterHeader));
  }

  @Test
  void shouldRefuseAHeaderLineThatWouldBeRepeatedTooOften() {
    String header = "x".repeat(RowsFramer.MAX_HEADER) + "\n";
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> cut(header + "1\n"))
        .withMessageContaining("header line");
  }

  @Test
  void shouldCountNoRecordInAHeaderAlone() throws IOException {
    for (String text : List.of("a,b", "a,b\n", "\uFEFFa,b\r\n", "a,b\n\n\r\n")) {
      assertThat(cut(text)).singleElement().extracting(Slice::records).isEqualTo(0);
    }
  }

  @Test
  void shouldGiveNoSliceForNothing() throws IOException {
    assertThat(cut("")).isEmpty();
  }

  @Test
  void shouldKeepBlankLinesWithoutCountingThem() throws IOException {
    List<Slice> slices = cut("\n\na\n\n1\n \r\n" + "2\n".repeat(499) + "\n".repeat(3));
    assertThat(slices).singleElement().extracting(Slice::records).isEqualTo(500);
  }

  @Test
  void shouldCutAHeapOfBlankLines() throws IOException {
    List<Slice> slices = cut("\n".repeat(600_000) + "a\n1\n" + "\n".repeat(600_000) + "2\n");
    assertThat(slices).hasSize(5);
    assertThat(slices.stream().mapToInt(Slice::records).sum()).isEqualTo(2);
    assertThat(slices.get(0).preamble()).isEmpty();
    assertThat(slices.get(4).preamble()).isEqualTo("a\n".getBytes(UTF_8));
    assertThat(slices.get(4).records()).isEqualTo(1);
  }

  @Test
  void shouldNotRepeatAByteOrderMark() throws IOException {
    List<Slice> slices = cut("\uFEFF" + HEADER + "1,2\n".repeat(501));
    assertThat(slices.get(1).preamble()).isEqualTo(HEADER.getBytes(UTF_8));
  }

  @Test
  void shouldCountLinesInsideQuotes() throws IOException {
    List<Slice> slices = cut("a,b\n" + "\"x\ny\",2\r\n".repeat(501));
    assertThat(slices).extracting(Slice::records).containsExactly(500, 1);
    assertThat(slices.get(1).firstLine()).isEqualTo(1_002);
  }

  @Test
  void shouldNotLetAnOpenQuoteSwallowTheRest() throws IOException {
    List<Slice> slices = cut("a,b\n1,\"2\n" + "3,4\n".repeat(200_000));
    assertThat(slices.stream().mapToInt(Slice::records).sum()).isEqualTo(200_001);
  }

  @Test
  void shouldReadOnRightAfterAnOpenQuote() throws IOException {
    String plain = "3,4\n".repeat(100_000);
    List<Slice> slices = cut("a,b\n1,\"2\n" + plain + "\"5\n6\",7\n".repeat(100_000));
    assertThat(slices.stream().mapToInt(Slice::records).sum()).isEqualTo(200_001);
  }

  @Test
  void shouldCutTheSameHoweverSlowlyTheBytesCome() throws IOException {
    byte[] text = (HEADER + "1,\"2\n3\"\n".repeat(2_000)).getBytes(UTF_8);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(text)) {
          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(length, 7));
          }
        };
    assertThat(slices(slow))
        .usingRecursiveComparison()
        .isEqualTo(slices(new ByteArrayInputStream(text)));
  }

  @Test
  void shouldLoseNoByteWhateverComes() throws IOException {
    Random random = new Random(18);
    for (int round = 0; round < 100; round++) {
      byte[] text = new byte[random.nextInt(300_000)];
      for (int i = 0; i < text.length; i++) {
        int kind = random.nextInt(12);
        text[i] = kind < 8 ? (byte) random.nextInt(256) : (byte) "\"\n,\r".charAt(kind - 8);
      }
      cutBytes(text);
    }
  }

  private static List<Slice> cut(String text) throws IOException {
    return cutBytes(text.getBytes(UTF_8));
  }

  private static List<Slice> cutBytes(byte[] text) throws IOException {
    List<Slice> slices = slices(new ByteArrayInputStream(text));
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    for (Slice slice : slices) {
      assertThat(slice.records()).isLessThanOrEqualTo(500);
      together.write(slice.bytes());
    }
    assertThat(together.toByteArray()).isEqualTo(text);
    return slices;
  }

  private static List<Slice> slices(InputStream stream) throws IOException {
    Framer framer = Framing.ROWS.over(stream);
    List<Slice> slices = new ArrayList<>();
    for (Optional<Slice> slice = framer.next(); slice.isPresent(); slice = framer.next()) {
      slices.add(slice.get());
    }
    return slices;
  }
}
