package org.tocsin.web.raw;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.tocsin.formats.Formats;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.StoredReject;
import org.tocsin.stream.ReportLog;
import org.tocsin.web.problem.NoLongerKeptException;

/** Reads raw records back, whole or the part that is one record. */
public final class RawRecords {
  /** The most bytes of one record that are put into a document or page. */
  public static final int LONGEST_EXCERPT = 256 * 1024;

  private static final byte[] NONE = new byte[0];

  private final ReportLog log;
  private final Formats formats;

  /** Reads from that log. */
  public RawRecords(ReportLog log, Formats formats) {
    this.log = log;
    this.formats = formats;
  }

  /**
   * A raw record as it came.
   *
   * @throws NoLongerKeptException when retention has taken it
   */
  public RawRecord read(RawLocation location) {
    try {
      return log.read(location);
    } catch (NoSuchElementException e) {
      throw new NoLongerKeptException();
    }
  }

  /** The bytes an observation came from. */
  public Excerpt of(StoredObservation observation) {
    RawRecord raw = read(observation.raw());
    byte[] text = raw.text();
    int start = Math.clamp(observation.start(), 0, text.length);
    int end = (int) Math.min(text.length, (long) start + observation.length());
    byte[] own = Arrays.copyOfRange(text, start, end);
    return new Excerpt(header(raw, text, start), own, line(raw, text, start), true, false);
  }

  /** The bytes that could not be taken; the whole raw record where no line tells its record. */
  public Excerpt of(StoredReject reject) {
    RawRecord raw = read(reject.raw());
    byte[] bytes = raw.bytes();
    Long line = reject.reject().line();
    int start =
        line == null || !isTable(raw)
            ? bytes.length
            : Rows.lineStart(bytes, line - raw.firstLine());
    return start < bytes.length ? row(raw, start) : beginning(raw);
  }

  private Excerpt row(RawRecord raw, int start) {
    byte[] row = Arrays.copyOfRange(raw.bytes(), start, Rows.end(raw.bytes(), start));
    byte[] text = raw.text();
    int at = raw.preamble().length + start;
    return new Excerpt(header(raw, text, at), row, line(raw, text, at), true, false);
  }

  private static Excerpt beginning(RawRecord raw) {
    byte[] shown = RawText.beginning(raw.bytes(), LONGEST_EXCERPT);
    boolean cut = shown.length < raw.bytes().length;
    return new Excerpt(NONE, shown, raw.firstLine(), false, cut);
  }

  private static long line(RawRecord raw, byte[] text, int start) {
    return raw.firstLine() + Rows.lines(text, raw.preamble().length, start);
  }

  /** A row means nothing without its column names; the header itself needs none. */
  private byte[] header(RawRecord raw, byte[] text, int start) {
    int end = isTable(raw) ? Rows.end(text, 0) : 0;
    return end <= start ? Arrays.copyOf(text, end) : NONE;
  }

  private boolean isTable(RawRecord raw) {
    return formats
        .named(raw.format())
        .filter(format -> format.framing() == Framing.ROWS)
        .isPresent();
  }
}
