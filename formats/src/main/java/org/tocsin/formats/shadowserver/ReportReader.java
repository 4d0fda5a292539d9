package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.rows.Cells;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

/** Reads one raw record: the header line, then row by row. */
final class ReportReader {
  /** A larger row is no report of Shadowserver's and not worth the memory. */
  private static final int MAX_ROW = 1024 * 1024;

  /** Columns that came last are missing in rows written before their header line was. */
  private static final int MAY_BE_MISSING = 2;

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final byte[] text;
  private final Rows rows;
  private final Cells cells = new Cells();
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  /** How far line ends were counted, and how many there were. */
  private int countedTo;

  private long linesBefore;

  ReportReader(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.namespace = namespace;
    this.text = raw.text();
    this.rows = new Rows(text);
    this.countedTo = raw.preamble().length;
  }

  /** Every row comes back once, understood or not. */
  Normalised read() {
    if (rows.next()) {
      byte[] header = Arrays.copyOfRange(text, rows.start(), rows.end());
      Cells.Shape shape = cells.read(text, rows.start(), rows.end());
      if (shape == Cells.Shape.READABLE) {
        readRows(header, names());
      } else {
        rejectAll(new Fault(RejectReason.UNREADABLE, null, "the header line cannot be read"));
      }
    }
    return new Normalised(accepted, rejects);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < cells.count(); cell++) {
      names.add(cells.text(cell));
    }
    return names;
  }

  private void readRows(byte[] header, List<String> names) {
    Plan plan;
    try {
      plan = Plan.of(raw.name(), names);
    } catch (Fault fault) {
      rejectAll(fault);
      return;
    }
    ObservationReader reader =
        new ObservationReader(raw, namespace, ShadowserverFormat.NAME, header);
    Row row = new Row(plan.layout());
    for (int position = 0; rows.next(); position++) {
      try {
        split(plan.layout());
        row.take(cells);
        byte[] bytes = Arrays.copyOfRange(text, rows.start(), rows.end());
        accepted.add(
            new Accepted(
                position, rows.start(), rows.length(), reader.read(plan.types(), row, bytes)));
      } catch (Fault fault) {
        reject(position, fault);
      }
    }
  }

  private void split(Layout layout) throws Fault {
    if (rows.length() > MAX_ROW) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "the row is larger than " + MAX_ROW + " bytes");
    }
    switch (cells.read(text, rows.start(), rows.end())) {
      case UNCLOSED -> throw unreadable("a quote is opened and never closed");
      case TOO_MANY ->
          throw new Fault(
              RejectReason.LIMIT_EXCEEDED, null, "the row has more than " + Cells.MAX + " cells");
      case READABLE -> checkCount(layout);
    }
  }

  private void checkCount(Layout layout) throws Fault {
    boolean tooFew = cells.count() < layout.size() - MAY_BE_MISSING;
    boolean tooMany = false;
    for (int cell = layout.size(); cell < cells.count(); cell++) {
      tooMany |= !cells.isEmpty(cell);
    }
    if (tooFew || tooMany) {
      throw unreadable(
          "the row has " + cells.count() + " cells where there are " + layout.size() + " columns");
    }
  }

  private static Fault unreadable(String detail) {
    return new Fault(RejectReason.UNREADABLE, null, detail);
  }

  private void rejectAll(Fault fault) {
    for (int position = 0; rows.next(); position++) {
      reject(position, fault);
    }
  }

  private void reject(int position, Fault fault) {
    rejects.add(new Reject(position, line(), fault.path(), fault.reason(), fault.detail()));
  }

  /** The line of the submission the row in hand begins on. */
  private @Nullable Long line() {
    for (; countedTo < rows.start(); countedTo++) {
      linesBefore += text[countedTo] == '\n' ? 1 : 0;
    }
    return raw.firstLine() + linesBefore;
  }
}
