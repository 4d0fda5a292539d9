package org.tocsin.formats.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.formats.framing.JsonLines;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import tools.jackson.databind.node.ObjectNode;

/** Reads a raw record whose records are JSON objects: each comes back once, whatever it holds. */
public final class JsonEvents {
  private static final Logger LOG = LoggerFactory.getLogger(JsonEvents.class);

  /** Reads one record. */
  @FunctionalInterface
  public interface Reader {
    /**
     * What the record says.
     *
     * @param json the record
     * @param bytes its own bytes
     * @throws Fault where it says nothing; the path is a JSON pointer into the record
     */
    Fact read(ObjectNode json, byte[] bytes) throws Fault;
  }

  private final RawRecord raw;
  private final byte[] text;
  private final Lines lines;
  private final Reader reader;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  private JsonEvents(RawRecord raw, Reader reader) {
    this.raw = raw;
    this.text = raw.text();
    this.lines = new Lines(raw, text);
    this.reader = reader;
  }

  /** Reads what {@link org.tocsin.formats.framing.Framing#EVENTS} cut. */
  public static Normalised each(RawRecord raw, Reader reader) {
    JsonEvents events = new JsonEvents(raw, reader);
    if (raw.preamble().length == 0 && (JsonLines.begin(events.text) || events.goesOnWithLines())) {
      events.readLines();
    } else {
      events.readList("\0");
    }
    return new Normalised(events.accepted, events.rejects);
  }

  /** Reads what {@link org.tocsin.formats.framing.Framing#listNamed} cut. */
  public static Normalised eachOf(RawRecord raw, String listName, Reader reader) {
    JsonEvents events = new JsonEvents(raw, reader);
    events.readList(listName);
    return new Normalised(events.accepted, events.rejects);
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
        read(position++, new Span(start + mark, carriageReturn ? end - 1 : end), "");
      }
      start = next;
    }
  }

  private void readList(String name) {
    Outline outline = Outline.of(raw, text, name);
    for (int position = 0; position < outline.records().size(); position++) {
      read(position, outline.records().get(position), outline.pointer(position));
    }
    if (outline.remainder() != null) {
      Span rest = outline.remainder();
      String detail =
          rest.length() == 0
              ? "The list breaks off before its end."
              : "From here on this is not JSON, or it breaks off before its end.";
      reject(outline.records().size(), rest, "", Fault.unreadable(detail));
    }
  }

  private void read(int position, Span span, String pointer) {
    try {
      ObjectNode json = JsonText.object(text, span);
      byte[] bytes = Arrays.copyOfRange(text, span.start(), span.end());
      Fact fact = reader.read(json, bytes);
      accepted.add(new Accepted(position, span.start(), span.length(), fact));
    } catch (Fault fault) {
      reject(position, span, pointer, fault);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "reading record {} of {} failed: {}",
          position,
          Slot.rawId(raw.receipt(), raw.number()),
          whereabouts(e));
      reject(
          position,
          span,
          pointer,
          new Fault(RejectReason.UNREADABLE, null, "Reading it failed; the log says how."));
    }
  }

  /** Where it happened; not the message, which may hold what the record says. */
  private static String whereabouts(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void reject(int position, Span span, String pointer, Fault fault) {
    String full = fault.path() == null ? pointer : pointer + fault.path();
    @Nullable String path = full.isEmpty() ? null : full;
    rejects.add(new Reject(position, lines.of(span.start()), path, fault.reason(), fault.detail()));
  }
}
