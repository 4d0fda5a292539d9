package org.tocsin.formats.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Lines;
import org.tocsin.formats.record.Outline;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.rows.RowStyle;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;

/** Reads the JSON records of one raw record. */
final class JsonReading {
  private final RecordReader reader;
  private final byte[] text;
  private final Lines lines;
  private final RawRecord raw;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  JsonReading(RecordReader reader, RawRecord raw) {
    this.reader = reader;
    this.raw = raw;
    this.text = raw.text();
    this.lines = new Lines(raw, text);
  }

  /** The elements of a list; each comes back once, and so does what breaks off. */
  Normalised elements(String list) {
    Outline outline = Outline.of(raw, text, list);
    int position = 0;
    for (Span span : outline.records()) {
      read(position, span, outline.pointer(position));
      position++;
    }
    if (outline.remainder() != null) {
      reject(
          position,
          outline.remainder(),
          "",
          Fault.unreadable("from here on this is not JSON, or it breaks off before its end"));
    }
    return new Normalised(accepted, rejects);
  }

  /** An object on each line. */
  Normalised lines(RowStyle style) {
    Rows rows = new Rows(text, style);
    for (int position = 0; rows.next(); position++) {
      read(position, new Span(rows.start(), rows.end()), "");
    }
    return new Normalised(accepted, rejects);
  }

  private void read(int position, Span span, String pointer) {
    try {
      byte[] bytes = Arrays.copyOfRange(text, span.start(), span.end());
      accepted.add(
          new Accepted(
              position,
              span.start(),
              span.length(),
              reader.read(JsonFields.read(text, span), bytes)));
    } catch (Fault fault) {
      reject(position, span, pointer, fault);
    }
  }

  private void reject(int position, Span span, String pointer, Fault fault) {
    String path = fault.path() == null ? pointer : pointer + "/" + fault.path().replace('.', '/');
    rejects.add(
        new Reject(
            position,
            lines.of(span.start()),
            path.isEmpty() ? null : path,
            fault.reason(),
            fault.detail()));
  }
}
