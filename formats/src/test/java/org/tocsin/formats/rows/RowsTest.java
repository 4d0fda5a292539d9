package org.tocsin.formats.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void shouldPassOverBlankLinesAndLineEndings() {
    assertThat(rows("\n \t\r\na,b\r\n\r\n\nc\r\r\nd")).containsExactly("a,b", "c\r", "d");
  }

  @Test
  void shouldPassOverAByteOrderMark() {
    assertThat(rows("\uFEFF\"a\nb\",c\nd\n")).containsExactly("\"a\nb\",c", "d");
    assertThat(rows("\uFEFF")).isEmpty();
    assertThat(rows("\uFEFF\n\n")).isEmpty();
  }

  @Test
  void shouldKeepALineOfEmptyCells() {
    assertThat(rows(",,\n\"\"\n")).containsExactly(",,", "\"\"");
  }

  @Test
  void shouldFindNothingInNothing() {
    assertThat(rows("")).isEmpty();
  }

  private static List<String> rows(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Rows rows = new Rows(bytes);
    List<String> found = new ArrayList<>();
    while (rows.next()) {
      assertThat(rows.length()).isEqualTo(rows.end() - rows.start());
      found.add(new String(bytes, rows.start(), rows.length(), UTF_8));
    }
    return found;
  }
}
