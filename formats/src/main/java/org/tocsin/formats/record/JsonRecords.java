package org.tocsin.formats.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON records of a raw record that was framed by a list, each by itself: what one of
 * them gets wrong is its reject, and the others are read all the same.
 */
public final class JsonRecords {
  private static final Logger LOG = LoggerFactory.getLogger(JsonRecords.class);

  private final RawRecord raw;
  private final byte[] text;
  private final Outline outline;
  private final Lines lines;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  /** Makes the facts of one record. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads one record.
     *
     * @return its facts, at least one, all of that position
     * @throws Fault where it cannot be taken; the path is a JSON pointer into the record
     */
    List<Accepted> read(int position, Span span, ObjectNode record) throws Fault;
  }

  private JsonRecords(RawRecord raw, byte[] text, String listName) {
    this.raw = raw;
    this.text = text;
    this.outline = Outline.of(raw, text, listName);
    this.lines = new Lines(raw, text);
  }

  /**
   * All that the reader makes of the raw record.
   *
   * @param text what {@link RawRecord#text()} gave
   * @param listName the name of the list it was framed by
   */
  public static Normalised read(RawRecord raw, byte[] text, String listName, Reader reader) {
    JsonRecords records = new JsonRecords(raw, text, listName);
    for (int position = 0; position < records.outline.records().size(); position++) {
      records.read(position, reader);
    }
    records.rejectRemainder();
    return new Normalised(records.accepted, records.rejects);
  }

  private void read(int position, Reader reader) {
    Span span = outline.records().get(position);
    try {
      accepted.addAll(reader.read(position, span, JsonText.object(text, span)));
    } catch (Fault e) {
      reject(position, span, e);
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      LOG.error(
          "reading record {} of {} failed: {}{}",
          position,
          Slot.rawId(raw.receipt(), raw.number()),
          e.getClass().getName(),
          trace.length == 0 ? "" : " at " + trace[0]);
      reject(position, span, Fault.unreadable("Reading this record failed; the log says how."));
    }
  }

  private void reject(int position, Span span, Fault fault) {
    @Nullable String path = fault.path();
    String pointer = outline.pointer(position) + (path == null ? "" : path);
    rejects.add(
        new Reject(
            position,
            lines.of(span.start()),
            pointer.isEmpty() ? null : pointer,
            fault.reason(),
            fault.detail()));
  }

  private void rejectRemainder() {
    Span remainder = outline.remainder();
    if (remainder != null) {
      rejects.add(
          new Reject(
              outline.records().size(),
              lines.of(remainder.start()),
              null,
              RejectReason.UNREADABLE,
              "From here on this is not JSON, or it breaks off before its end."));
    }
  }
}
