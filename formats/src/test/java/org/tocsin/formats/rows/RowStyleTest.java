package org.tocsin.formats.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.framing.Frames;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.framing.Slice;

class RowStyleTest {
  private static final RowStyle.Header NO_HEADER = new RowStyle.Header.None();

  @Test
  void shouldSeparateCellsAsTheStyleSays() {
    assertThat(cells(RowStyle.Separator.PIPE, "a | b,c|")).containsExactly("a ", " b,c", "");
    assertThat(cells(RowStyle.Separator.TAB, "a\t\tb c")).containsExactly("a", "", "b c");
    assertThat(cells(RowStyle.Separator.TABS, "a\t\t\tb c\t")).containsExactly("a", "b c");
    assertThat(cells(RowStyle.Separator.BLANKS, "  a \t b  ")).containsExactly("a", "b");
    assertThat(cells(RowStyle.Separator.SEMICOLON, "a;\"b;c\"")).containsExactly("a", "\"b", "c\"");
    assertThat(cells(RowStyle.Separator.NONE, "a,b;c|d\te")).containsExactly("a,b;c|d\te");
  }

  @Test
  void shouldTakeAQuoteAfterSpacesWhereTheStyleSays() {
    RowStyle style =
        new RowStyle(RowStyle.Separator.COMMA, RowStyle.Quotes.SPACED, List.of("#"), NO_HEADER);

    assertThat(cells(style, "\"a\", \"b,c\",  d, \"\"")).containsExactly("a", "b,c", "d", "");
    assertThat(rows(style, "\"a\", \"b\nc\"\nd\n")).containsExactly("\"a\", \"b\nc\"", "d");
  }

  @Test
  void shouldPassOverCommentsEvenWithQuotesThatNeverClose() {
    RowStyle style =
        new RowStyle(
            RowStyle.Separator.COMMA, RowStyle.Quotes.TIGHT, List.of("#", "//"), NO_HEADER);

    assertThat(rows(style, "# a,\"b\nc\n  // d\ne # f\n")).containsExactly("c", "e # f");
  }

  @Test
  void shouldKnowTheRowThatNamesTheColumns() {
    RowStyle known = withHeader(new RowStyle.Header.Known(Set.of("address", "ip")));
    RowStyle marked = withHeader(new RowStyle.Header.Marked("#fields"));

    assertThat(isHeader(known, "Address,Tags")).isTrue();
    assertThat(isHeader(known, "\"IP\",Tags")).isTrue();
    assertThat(isHeader(known, "192.0.2.1,telnet")).isFalse();
    assertThat(isHeader(marked, "#fields\tindicator")).isTrue();
    assertThat(isHeader(marked, "#separator \\x09")).isFalse();
  }

  @Test
  void shouldRepeatTheHeaderLineBeforeEverySlice() throws IOException {
    StringBuilder text = new StringBuilder("# list\nip,tags\n");
    for (int i = 0; i < 1_100; i++) {
      text.append("192.0.2.1,a\n").append(i % 10 == 0 ? "# in between\n\n" : "");
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    List<Slice> slices =
        Frames.of(Framing.rows(withHeader(new RowStyle.Header.Known(Set.of("ip")))), bytes);

    assertThat(slices).extracting(Slice::records).containsExactly(500, 500, 100);
    assertThat(slices.get(2).preamble()).isEqualTo("ip,tags\n".getBytes(UTF_8));
    assertThat(Frames.joined(slices)).isEqualTo(bytes);
  }

  private static RowStyle withHeader(RowStyle.Header header) {
    return new RowStyle(RowStyle.Separator.COMMA, RowStyle.Quotes.TIGHT, List.of("#"), header);
  }

  private static boolean isHeader(RowStyle style, String row) {
    byte[] bytes = row.getBytes(UTF_8);
    return !style.isComment(bytes, 0, bytes.length) && style.isHeader(bytes, 0, bytes.length, true);
  }

  private static List<String> cells(RowStyle.Separator separator, String row) {
    return cells(new RowStyle(separator, RowStyle.Quotes.NONE, List.of(), NO_HEADER), row);
  }

  private static List<String> cells(RowStyle style, String row) {
    byte[] bytes = row.getBytes(UTF_8);
    Cells cells = new Cells(style);
    assertThat(cells.read(bytes, 0, bytes.length)).isEqualTo(Cells.Shape.READABLE);
    List<String> texts = new ArrayList<>();
    for (int cell = 0; cell < cells.count(); cell++) {
      texts.add(cells.text(cell));
    }
    return texts;
  }

  private static List<String> rows(RowStyle style, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Rows rows = new Rows(bytes, style);
    List<String> found = new ArrayList<>();
    while (rows.next()) {
      found.add(new String(bytes, rows.start(), rows.length(), UTF_8));
    }
    return found;
  }
}
