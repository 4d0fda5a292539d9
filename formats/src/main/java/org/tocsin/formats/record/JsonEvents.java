package org.tocsin.formats.record;

import java.util.Arrays;
import java.util.List;
import org.tocsin.formats.framing.JsonLines;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import tools.jackson.databind.node.ObjectNode;

/** Reads a raw record whose records are JSON objects: each comes back once, whatever it holds. */
public final class JsonEvents {
  /** Reads one record. */
  @FunctionalInterface
  public interface Reader {
    /**
     * What the record says.
     *
     * @param json the record
     * @param bytes its own bytes
     * @throws Fault where it says nothing; the path is a JSON pointer into the record
     * @throws KeptOut where it tells of nothing that happened
     */
    Fact read(ObjectNode json, byte[] bytes) throws Fault, KeptOut;
  }

  private final RawRecord raw;
  private final byte[] text;
  private final JsonRecords records;

  private JsonEvents(RawRecord raw, Reader reader) {
    this.raw = raw;
    this.text = raw.text();
    this.records =
        new JsonRecords(
            raw, text, (position, span, json) -> List.of(accept(position, span, json, reader)));
  }

  private Accepted accept(int position, Span span, ObjectNode json, Reader reader)
      throws Fault, KeptOut {
    Fact fact = reader.read(json, Arrays.copyOfRange(text, span.start(), span.end()));
    return new Accepted(position, span.start(), span.length(), fact);
  }

  /** Reads what {@link org.tocsin.formats.framing.Framing#EVENTS} cut. */
  public static Normalised each(RawRecord raw, Reader reader) {
    JsonEvents events = new JsonEvents(raw, reader);
    if (raw.preamble().length == 0 && (JsonLines.begin(events.text) || events.goesOnWithLines())) {
      events.readLines();
    } else {
      events.records.readList("\0");
    }
    return events.records.normalised();
  }

  /** Reads what {@link org.tocsin.formats.framing.Framing#listNamed} cut. */
  public static Normalised eachOf(RawRecord raw, String listName, Reader reader) {
    JsonEvents events = new JsonEvents(raw, reader);
    events.records.readList(listName);
    return events.records.normalised();
  }

  /** A later slice of lines, whose first may be broken, has as many records as lines. */
  private boolean goesOnWithLines() {
    int count = 0;
    int start = 0;
    for (int at = 0; raw.firstLine() > 1 && at < text.length; at++) {
      if (text[at] == '\n' || at == text.length - 1) {
        count += Rows.isRecordLine(text, start, at + 1) ? 1 : 0;
        start = at + 1;
      }
    }
    return raw.firstLine() > 1 && count == raw.records();
  }

  private void readLines() {
    int position = 0;
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      int next = Math.min(end + 1, text.length);
      if (Rows.isRecordLine(text, start, next)) {
        int mark = start == 0 ? Rows.byteOrderMark(text, end) : 0;
        boolean carriageReturn = end > start + mark && text[end - 1] == '\r';
        records.read(position++, new Span(start + mark, carriageReturn ? end - 1 : end), "");
      }
      start = next;
    }
  }
}
