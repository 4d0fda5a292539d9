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
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.Suppressed;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON records of a raw record, each by itself: what one of them gets wrong is its
 * reject, and the others are read all the same.
 */
public final class JsonRecords {
  private static final Logger LOG = LoggerFactory.getLogger(JsonRecords.class);

  private final RawRecord raw;
  private final byte[] text;
  private final Reader reader;
  private final Lines lines;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();

  /** Makes the facts of one record. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads one record.
     *
     * @return its facts, at least one, all of that position
     * @throws Fault where it cannot be taken; the path is a JSON pointer into the record
     * @throws KeptOut where it tells of nothing
     */
    List<Accepted> read(int position, Span span, ObjectNode record) throws Fault, KeptOut;
  }

  JsonRecords(RawRecord raw, byte[] text, Reader reader) {
    this.raw = raw;
    this.text = text;
    this.reader = reader;
    this.lines = new Lines(raw, text);
  }

  /**
   * All that the reader makes of the raw record.
   *
   * @param text what {@link RawRecord#text()} gave
   * @param listName the name of the list it was framed by
   */
  public static Normalised read(RawRecord raw, byte[] text, String listName, Reader reader) {
    JsonRecords records = new JsonRecords(raw, text, reader);
    records.readList(listName);
    return records.normalised();
  }

  /** What was read so far. */
  Normalised normalised() {
    return new Normalised(accepted, rejects, suppressed);
  }

  /** Reads the elements of the list of that name; what follows them and is none is a reject. */
  void readList(String name) {
    Outline outline = Outline.of(raw, text, name);
    for (int position = 0; position < outline.records().size(); position++) {
      read(position, outline.records().get(position), outline.pointer(position));
    }
    Span rest = outline.remainder();
    if (rest != null) {
      String detail =
          rest.length() == 0
              ? "The list breaks off before its end."
              : "From here on this is not JSON, or it breaks off before its end.";
      reject(outline.records().size(), rest, "", Fault.unreadable(detail));
    }
  }

  /**
   * Reads one record.
   *
   * @param pointer JSON pointer of the record into the submission, empty where it is all of it
   */
  void read(int position, Span span, String pointer) {
    try {
      accepted.addAll(reader.read(position, span, JsonText.object(text, span)));
    } catch (Fault e) {
      reject(position, span, pointer, e);
    } catch (KeptOut e) {
      suppressed.add(new Suppressed(position, e.rule()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "reading record {} of {} failed: {}",
          position,
          Slot.rawId(raw.receipt(), raw.number()),
          whereabouts(e));
      reject(position, span, pointer, Fault.unreadable("Reading it failed; the log says how."));
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
