package org.tocsin.formats.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {
  private final Cells cells = new Cells();

  @Test
  void shouldSplitAtCommas() {
    assertThat(read("a,,\"b,c\",")).containsExactly("a", "", "b,c", "");
    assertThat(read(",")).containsExactly("", "");
    assertThat(read("a")).containsExactly("a");
  }

  @Test
  void shouldReadQuotedTextAsItWasMeant() {
    assertThat(read("\"a \"\"b\"\"\",\"\",\"\"\"\",\"x\ny\""))
        .containsExactly("a \"b\"", "", "\"", "x\ny");
  }

  @Test
  void shouldKeepWhatFollowsAClosingQuote() {
    assertThat(read("\"a\" b,\"c\"d\"e,f\"g,\" h\"")).containsExactly("a b", "cd\"e", "f\"g", " h");
  }

  @Test
  void shouldKeepBlanksAroundQuotes() {
    assertThat(read("a, \"b\" ,c")).containsExactly("a", " \"b\" ", "c");
  }

  @Test
  void shouldReplaceBytesThatAreNoText() {
    byte[] row = {'a', (byte) 0xff, ',', 0, (byte) 0xc3, (byte) 0xa4};
    assertThat(cells.read(row, 0, row.length)).isEqualTo(Cells.Shape.READABLE);
    assertThat(cells.text(0)).isEqualTo("a\uFFFD");
    assertThat(cells.text(1)).isEqualTo("\0ä");
  }

  @Test
  void shouldSayThatAQuoteIsNeverClosed() {
    assertThat(shape("a,\"b,c")).isEqualTo(Cells.Shape.UNCLOSED);
    assertThat(shape("a,\"")).isEqualTo(Cells.Shape.UNCLOSED);
    assertThat(shape("\"a\"\"")).isEqualTo(Cells.Shape.UNCLOSED);
  }

  @Test
  void shouldStopAtTooManyCells() {
    assertThat(shape(",".repeat(Cells.MAX - 1))).isEqualTo(Cells.Shape.READABLE);
    assertThat(cells.count()).isEqualTo(Cells.MAX);
    assertThat(shape(",".repeat(Cells.MAX))).isEqualTo(Cells.Shape.TOO_MANY);
  }

  @Test
  void shouldKnowWhichCellsAreEmpty() {
    read("a,,\"\",\"x\"\"y\"");
    assertThat(IntStream.range(0, 6).filter(cells::isEmpty).toArray()).containsExactly(1, 2, 4, 5);
    assertThat(cells.text(17)).isEmpty();
  }

  @Test
  void shouldAgreeWithAnotherReaderOnWellFormedText() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringWriter text = new StringWriter();
      CsvWriter writer = CsvWriter.builder().build(text);
      for (int row = 0; row < 3; row++) {
        writer.writeRecord(randomCells(random));
      }
      assertThat(rowsOf(text.toString())).isEqualTo(others(text.toString()));
    }
  }

  private static List<String> randomCells(Random random) {
    return IntStream.range(0, 4)
        .mapToObj(cell ->
            random
                .ints(random.nextInt(6), 0, 9)
                .mapToObj(i -> String.valueOf("ab, \"\n\rä€".charAt(i)))
                .reduce("x", String::concat))
        .toList();
  }

  private List<List<String>> rowsOf(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Rows rows = new Rows(bytes);
    List<List<String>> all = new ArrayList<>();
    while (rows.next()) {
      assertThat(cells.read(bytes, rows.start(), rows.end())).isEqualTo(Cells.Shape.READABLE);
      all.add(IntStream.range(0, cells.count()).mapToObj(cells::text).toList());
    }
    return all;
  }

  private static List<List<String>> others(String text) {
    return CsvReader.builder().ofCsvRecord(text).stream().map(CsvRecord::getFields).toList();
  }

  private List<String> read(String row) {
    assertThat(shape(row)).isEqualTo(Cells.Shape.READABLE);
    return IntStream.range(0, cells.count()).mapToObj(cells::text).toList();
  }

  private Cells.Shape shape(String row) {
    byte[] bytes = ("before," + row + ",after").getBytes(UTF_8);
    return cells.read(bytes, "before,".length(), bytes.length - ",after".length());
  }
}
