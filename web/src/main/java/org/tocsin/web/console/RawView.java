package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.raw.Excerpt;
import org.tocsin.web.raw.HexDump;
import org.tocsin.web.raw.RawText;

/**
 * Raw bytes as pages show them: as numbered lines where they are text, else as a dump. Nothing in
 * them is ever read as markup.
 *
 * @param lines the lines; empty where the bytes are no text
 * @param dump the dump; empty where they are text
 * @param cut whether there is more than is shown
 */
record RawView(List<Line> lines, String dump, boolean cut) {
  private static final int MOST_LINES = 400;

  /**
   * A line.
   *
   * @param number its number in the submission; empty for a header repeated from its beginning
   * @param text the line without its end
   * @param kind {@code header}, {@code record}, or {@code fault} for the line at fault
   */
  record Line(String number, String text, String kind) {}

  /**
   * The view of an excerpt.
   *
   * @param fault line of the submission at fault; null where none is
   */
  static RawView of(Excerpt excerpt, @Nullable Long fault) {
    String header = RawText.of(excerpt.preamble()).orElse(null);
    String text = RawText.of(excerpt.bytes()).orElse(null);
    if (header == null || text == null) {
      return new RawView(List.of(), HexDump.of(excerpt.text()), excerpt.cut());
    }
    List<Line> lines = new ArrayList<>();
    header.lines().forEach(line -> lines.add(new Line("", line, "header")));
    long number = excerpt.firstLine();
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      boolean atFault = fault != null && (excerpt.own() || fault == number);
      lines.add(new Line(String.valueOf(number), line, atFault ? "fault" : "record"));
      number++;
    }
    return new RawView(lines, "", excerpt.cut() || text.lines().count() > MOST_LINES);
  }
}
