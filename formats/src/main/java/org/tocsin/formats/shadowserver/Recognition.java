package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.formats.rows.Cells;
import org.tocsin.formats.rows.Rows;

/** How sure the format is of a sample, by its header line and its name. */
final class Recognition {
  private static final int NAME_AND_HEADER = 99;
  private static final int COLUMNS = 95;
  private static final int HEADER = 80;
  private static final int NAME_ALONE = 40;
  private static final int SOME_TABLE = 5;

  /** One control character among so many bytes may be an accident in a banner. */
  private static final int MOST_CONTROLS = 100;

  /** What follows the time in every report there is or was. */
  static final Set<String> SECOND_COLUMNS =
      Set.of("ip", "severity", "protocol", "url", "email", "md5", "md5hash", "entity_name");

  private Recognition() {}

  static int of(Sample sample) {
    byte[] head = sample.head();
    Rows rows = new Rows(head);
    Cells cells = new Cells();
    if (!beginsAsTable(head)
        || !rows.next()
        || !isText(head, rows.end())
        || hasLoneReturn(head, rows.start(), rows.end())
        || cells.read(head, rows.start(), rows.end()) != Cells.Shape.READABLE) {
      return 0;
    }
    List<String> header = new ArrayList<>();
    for (int cell = 0; cell < cells.count(); cell++) {
      header.add(cells.text(cell));
    }
    boolean table = header.size() > 1 && nextRowHas(header.size(), rows, cells, head);
    int sureness = sureness(sample.name(), header, table);
    return sureness >= HEADER || isText(head, head.length) ? sureness : 0;
  }

  private static int sureness(@Nullable String name, List<String> header, boolean table) {
    Layout layout = new Layout(header, null);
    List<String> columns = List.copyOf(layout.names());
    boolean beginning =
        columns.size() > 2
            && columns.get(0).equals("timestamp")
            && SECOND_COLUMNS.contains(columns.get(1));
    return switch (ReportTypes.all().decide(name, layout.names())) {
      case TypeDecision.Named named when beginning -> NAME_AND_HEADER;
      case TypeDecision.Named named -> NAME_ALONE;
      case TypeDecision.Fitting fitting when beginning -> COLUMNS;
      case TypeDecision.Ambiguous ambiguous when beginning -> COLUMNS;
      default -> beginning ? HEADER : table ? SOME_TABLE : 0;
    };
  }

  private static boolean nextRowHas(int columns, Rows rows, Cells cells, byte[] head) {
    if (!rows.next()) {
      return false;
    }
    cells.read(head, rows.start(), rows.end());
    return cells.count() == columns;
  }

  /**
   * Text has no NUL and few other control characters. Where the header line is that of a report,
   * its rows may hold what they like.
   */
  private static boolean isText(byte[] head, int length) {
    int controls = 0;
    for (int at = 0; at < length; at++) {
      byte b = head[at];
      if (b == 0) {
        return false;
      }
      controls += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    return controls <= length / MOST_CONTROLS;
  }

  /** Lines that end with nothing but {@code \r} are all one header: better no table than no row. */
  private static boolean hasLoneReturn(byte[] head, int from, int to) {
    for (int at = from; at < to; at++) {
      if (head[at] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** JSON and XML say what they are. */
  private static boolean beginsAsTable(byte[] head) {
    for (int at = Rows.byteOrderMark(head, head.length); at < head.length; at++) {
      if (head[at] > ' ') {
        return head[at] != '{' && head[at] != '[' && head[at] != '<';
      }
      if (head[at] < 0) {
        return true;
      }
    }
    return false;
  }
}
