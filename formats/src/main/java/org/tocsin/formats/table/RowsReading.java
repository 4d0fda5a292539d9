package org.tocsin.formats.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Lines;
import org.tocsin.formats.rows.Cells;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

/** Reads the rows of one raw record. */
final class RowsReading {
  /** A larger row is no row and not worth the memory. */
  private static final int MAX_ROW = 1024 * 1024;

  private final TableMapping mapping;
  private final TableMapping.Cut.Rows cut;
  private final RecordReader reader;
  private final byte[] text;
  private final Rows rows;
  private final Cells cells;
  private final Lines lines;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private RowFields fields;
  private byte[] header = {};
  private boolean named;
  private @Nullable Fault unreadableHeader;

  RowsReading(TableMapping mapping, TableMapping.Cut.Rows cut, RecordReader reader, RawRecord raw) {
    this.mapping = mapping;
    this.cut = cut;
    this.reader = reader;
    this.text = raw.text();
    this.rows = new Rows(text, cut.style());
    this.cells = new Cells(cut.style());
    this.lines = new Lines(raw, text);
    this.fields = fields(mapping.columns().stream().map(Column::name).toList());
  }

  /** Every row comes back once, understood or not. */
  Normalised read(int most) {
    int position = 0;
    while (position < most && rows.next()) {
      if (cut.style().isHeader(text, rows.start(), rows.end(), !named)) {
        takeNames();
      } else {
        read(position++, rows.start(), rows.end());
      }
    }
    return new Normalised(accepted, rejects);
  }

  /** What the columns are called. */
  RowFields fields() {
    return fields;
  }

  /** Whether a row said so. */
  boolean isNamed() {
    return named;
  }

  private RowFields fields(List<String> names) {
    return new RowFields(names, cells, cut.trailer());
  }

  private void takeNames() {
    named = true;
    header = Arrays.copyOfRange(text, rows.start(), rows.end());
    int from = rows.start() + cut.style().markLength();
    if (cells.read(text, Math.min(from, rows.end()), rows.end()) != Cells.Shape.READABLE) {
      unreadableHeader = Fault.unreadable("the header line cannot be read");
      return;
    }
    unreadableHeader = null;
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < cells.count(); cell++) {
      names.add(cells.text(cell));
    }
    if (cut.style().markLength() > 0 && names.getFirst().isBlank()) {
      names.removeFirst();
    }
    fields = fields(names);
  }

  private void read(int position, int start, int end) {
    try {
      split(start, end);
      byte[] bytes = Arrays.copyOfRange(text, start, end);
      accepted.add(new Accepted(position, start, end - start, reader.read(fields, header, bytes)));
    } catch (Fault fault) {
      rejects.add(
          new Reject(position, lines.of(start), fault.path(), fault.reason(), fault.detail()));
    }
  }

  private void split(int start, int end) throws Fault {
    if (unreadableHeader != null) {
      throw unreadableHeader;
    }
    if (end - start > MAX_ROW) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "the row is larger than " + MAX_ROW + " bytes");
    }
    switch (cells.read(text, start, end)) {
      case UNCLOSED -> throw Fault.unreadable("a quote is opened and never closed");
      case TOO_MANY ->
          throw new Fault(
              RejectReason.LIMIT_EXCEEDED, null, "the row has more than " + Cells.MAX + " cells");
      case READABLE -> {
        if (named) {
          checkCount();
        }
      }
    }
  }

  private void checkCount() throws Fault {
    for (int cell = fields.size(); cell < cells.count(); cell++) {
      if (!cells.isEmpty(cell)) {
        throw Fault.unreadable(
            "the row has "
                + cells.count()
                + " cells where there are "
                + fields.size()
                + " columns");
      }
    }
  }
}
