package org.tocsin.formats.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Outline;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.rows.RowStyle;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/** Tells how sure a mapping is of a sample: by what it says, and by reading its first records. */
final class TableLook {
  private static final int COMMENT = 92;
  private static final int COLUMNS = 85;
  private static final int NAME = 75;

  /** So many records are read, and so much of the beginning is searched for comments. */
  private static final int RECORDS = 20;

  /** So many are read where nothing but their being readable tells what they are. */
  private static final int MANY_RECORDS = 300;

  private static final int COMMENTS_WITHIN = 8 * 1024;

  private static final NodeNamespace NOWHERE = new NodeNamespace(new UUID(0, 0));

  /**
   * What reading the first records showed.
   *
   * @param named whether the columns the mapping asks for are there; null where no row names them
   */
  private record Trial(int records, int readable, @Nullable Boolean named) {
    static final Trial NOTHING = new Trial(0, 0, false);

    boolean isMostlyReadable() {
      return readable > 0 && readable * 5 >= records * 4;
    }
  }

  private final TableMapping mapping;

  TableLook(TableMapping mapping) {
    this.mapping = mapping;
  }

  /** From 0 to 100. */
  int at(Sample sample) {
    TableMapping.Look look = mapping.look();
    if (!beginsFittingly(sample.head())) {
      return 0;
    }
    boolean commented = !look.comments().isEmpty() && hasComment(sample.head());
    boolean fileNamed = isNamed(sample.name());
    if (!commented && !fileNamed && look.columns().isEmpty() && look.shape() == 0) {
      return 0;
    }
    Trial trial = trial(sample.head(), RECORDS);
    boolean columns = !look.columns().isEmpty() && Boolean.TRUE.equals(trial.named());
    if (!look.columns().isEmpty() && Boolean.FALSE.equals(trial.named())) {
      return 0;
    }
    boolean half = trial.readable() * 2 >= trial.records();
    if (commented && (trial.readable() > 0 || trial.records() == 0)) {
      return COMMENT;
    }
    if (columns && half) {
      return COLUMNS;
    }
    if (fileNamed && half && trial.readable() > 0) {
      return NAME;
    }
    return look.shape() > 0 && trial.isMostlyReadable() ? shape(sample.head()) : 0;
  }

  /** The more is readable, the surer. */
  private int shape(byte[] head) {
    Trial trial = trial(head, MANY_RECORDS);
    return trial.isMostlyReadable()
        ? mapping.look().shape() * trial.readable() / trial.records()
        : 0;
  }

  private boolean isNamed(@Nullable String name) {
    if (name == null) {
      return false;
    }
    String lower = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return mapping.look().names().stream().anyMatch(pattern -> fits(pattern, lower));
  }

  /** Whether the text fits a pattern in which a star stands for any characters. */
  static boolean fits(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    if (!text.startsWith(pattern.substring(0, star))) {
      return false;
    }
    String rest = pattern.substring(star + 1);
    for (int at = star; at <= text.length(); at++) {
      if (fits(rest, text.substring(at))) {
        return true;
      }
    }
    return false;
  }

  /** JSON and XML say what they are. */
  private boolean beginsFittingly(byte[] head) {
    int at = Rows.byteOrderMark(head, head.length);
    while (at < head.length && head[at] >= 0 && head[at] <= ' ') {
      at++;
    }
    if (at == head.length) {
      return false;
    }
    byte first = head[at];
    return switch (mapping.cut()) {
      case TableMapping.Cut.Rows rows ->
          first != '{' && first != '[' && first != '<' && isText(head)
              || rows.style().isComment(head, at, head.length);
      case TableMapping.Cut.Json json -> first == '{' || first == '[';
      case TableMapping.Cut.JsonLines lines -> first == '{';
    };
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean hasComment(byte[] head) {
    if (!(mapping.cut() instanceof TableMapping.Cut.Rows rows)) {
      return false;
    }
    RowStyle style = rows.style();
    int within = Math.min(head.length, COMMENTS_WITHIN);
    for (int from = Rows.byteOrderMark(head, head.length); from < within; ) {
      int to = from;
      while (to < within && head[to] != '\n') {
        to++;
      }
      if (style.isComment(head, from, to)) {
        String line =
            new String(head, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        if (mapping.look().comments().stream().anyMatch(line::contains)) {
          return true;
        }
      }
      from = to + 1;
    }
    return false;
  }

  private Trial trial(byte[] head, int most) {
    RawRecord raw = raw(head);
    RecordReader reader = new RecordReader(mapping, new Objections(null), raw, NOWHERE);
    return switch (mapping.cut()) {
      case TableMapping.Cut.Rows rows -> rows(new RowsReading(mapping, rows, reader, raw), most);
      case TableMapping.Cut.Json json -> json(reader, raw, json.list());
      case TableMapping.Cut.JsonLines lines -> jsonLines(reader, head, lines.style());
    };
  }

  private Trial rows(RowsReading reading, int most) {
    Normalised read = reading.read(most);
    return new Trial(
        read.accepted().size() + read.rejects().size(),
        read.accepted().size(),
        reading.isNamed()
            ? mapping.look().columns().stream().allMatch(reading.fields()::has)
            : null);
  }

  private Trial json(RecordReader reader, RawRecord raw, String list) {
    Outline outline = Outline.of(raw, raw.bytes(), list);
    boolean several = outline.list() == null && outline.remainder() != null;
    return several ? Trial.NOTHING : json(reader, raw.bytes(), outline.records());
  }

  private Trial jsonLines(RecordReader reader, byte[] head, RowStyle style) {
    Rows rows = new Rows(head, style);
    return rows.next()
        ? json(reader, head, List.of(new Span(rows.start(), rows.end())))
        : Trial.NOTHING;
  }

  private Trial json(RecordReader reader, byte[] text, List<Span> spans) {
    int readable = 0;
    int records = Math.min(RECORDS, spans.size());
    boolean named = false;
    for (int i = 0; i < records; i++) {
      try {
        JsonFields fields = JsonFields.read(text, spans.get(i));
        named |= mapping.look().columns().stream().allMatch(fields::has);
        reader.read(fields);
        readable++;
      } catch (Fault fault) {
        continue;
      }
    }
    return new Trial(records, readable, named);
  }

  private static RawRecord raw(byte[] head) {
    return new RawRecord(
        new UUID(0, 0),
        0,
        new Origin("nobody", "sample"),
        "nobody",
        RawRecord.UNKNOWN_FORMAT,
        null,
        null,
        Tlp.RED,
        Instant.EPOCH,
        1,
        0,
        new byte[0],
        head);
  }
}
