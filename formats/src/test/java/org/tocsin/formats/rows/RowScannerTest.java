package org.tocsin.formats.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowScannerTest {
  @Test
  void shouldEndRowsAtLineEnds() {
    assertThat(rows("a,b\nc,d\r\ne")).containsExactly("a,b\n", "c,d\r\n", "e");
  }

  @Test
  void shouldNotEndRowsInsideQuotes() {
    assertThat(rows("\"a\nb\",c\nd\n")).containsExactly("\"a\nb\",c\n", "d\n");
  }

  @Test
  void shouldTakeDoubledQuotesForText() {
    assertThat(rows("\"a\"\"\nb\"\nc")).containsExactly("\"a\"\"\nb\"\n", "c");
  }

  @Test
  void shouldOpenQuotesOnlyAtTheBeginningOfACell() {
    assertThat(rows("a\"b,c \"d\nx,\"e\nf\"\n")).containsExactly("a\"b,c \"d\n", "x,\"e\nf\"\n");
    assertThat(rows("a\"b\nc\"d\n")).containsExactly("a\"b\n", "c\"d\n");
  }

  @Test
  void shouldReadOnAsPlainTextAfterAClosingQuote() {
    assertThat(rows("\"a\"b\"\nc\n")).containsExactly("\"a\"b\"\n", "c\n");
  }

  @Test
  void shouldEndARowAtItsLineEndWhenNothingClosesItsQuote() {
    assertThat(rows("a,\"b\nc,d\ne,f\n")).containsExactly("a,\"b\n", "c,d\n", "e,f\n");
  }

  @Test
  void shouldCloseAQuoteWithTheLastByte() {
    assertThat(rows("a,\"b\nc\"")).containsExactly("a,\"b\nc\"");
  }

  @Test
  void shouldFollowQuotesOnlySoFar() {
    String far = "x\n".repeat(RowScanner.MAX_QUOTED_ROW / 2);
    List<String> rows = rows("\"a\n" + far + "\"\n");
    assertThat(rows.get(0)).isEqualTo("\"a\n");
    assertThat(rows.get(1)).isEqualTo("x\n");
    String near = "x\n".repeat(RowScanner.MAX_QUOTED_ROW / 2 - 10);
    assertThat(rows("\"a\n" + near + "\"\nb\n")).hasSize(2);
  }

  @Test
  void shouldReadALongLineToItsEnd() {
    String line = "x".repeat(3 * RowScanner.MAX_QUOTED_ROW) + "\n";
    assertThat(rows(line + "a\n")).containsExactly(line, "a\n");
    assertThat(rows("\"" + line + "a\n")).containsExactly("\"" + line, "a\n");
  }

  @Test
  void shouldAskForMoreWhereTheEndIsNotThereYet() {
    RowScanner scanner = new RowScanner();
    byte[] bytes = "a,\"b\"\nc".getBytes(UTF_8);
    assertThat(scanner.endOfRow(bytes, 0, 3, false)).isEqualTo(RowScanner.UNDECIDED);
    assertThat(scanner.endOfRow(bytes, 0, 5, false)).isEqualTo(RowScanner.UNDECIDED);
    assertThat(scanner.endOfRow(bytes, 0, 6, false)).isEqualTo(6);
    assertThat(scanner.endOfRow(bytes, 6, 7, false)).isEqualTo(RowScanner.UNDECIDED);
    assertThat(scanner.endOfRow(bytes, 6, 7, true)).isEqualTo(7);
  }

  @Test
  void shouldFindTheSameRowsInAPieceThatWasCutBetweenRows() {
    Random random = new Random(4180);
    for (int round = 0; round < 3_000; round++) {
      byte[] text = randomText(random).getBytes(UTF_8);
      List<Integer> ends = ends(text);
      int first = random.nextInt(ends.size());
      int last = first + random.nextInt(ends.size() - first);
      int from = first == 0 ? 0 : ends.get(first - 1);
      byte[] piece = Arrays.copyOfRange(text, from, ends.get(last));
      List<Integer> expected =
          ends.subList(first, last + 1).stream().map(end -> end - from).toList();
      assertThat(ends(piece)).as(new String(text, UTF_8)).isEqualTo(expected);
    }
  }

  @Test
  void shouldStayLinearWhereEveryLineLeavesAQuoteOpen() {
    byte[] text = "\"\"a\"b,\"\n".repeat(500_000).getBytes(UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(ends(text)).hasSize(500_000));
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append("ab,,\"\"\"\n\n\r".charAt(random.nextInt(10)));
    }
    return text.toString();
  }

  private static List<String> rows(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    List<String> rows = new ArrayList<>();
    int from = 0;
    for (int end : ends(bytes)) {
      rows.add(new String(bytes, from, end - from, UTF_8));
      from = end;
    }
    return rows;
  }

  private static List<Integer> ends(byte[] bytes) {
    RowScanner scanner = new RowScanner();
    List<Integer> ends = new ArrayList<>();
    for (int at = 0; at < bytes.length; at = ends.get(ends.size() - 1)) {
      ends.add(scanner.endOfRow(bytes, at, bytes.length, true));
    }
    return ends;
  }
}
