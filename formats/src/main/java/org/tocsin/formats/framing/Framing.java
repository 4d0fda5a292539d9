package org.tocsin.formats.framing;

import java.io.InputStream;
import org.tocsin.formats.rows.RowStyle;

/** A way a submission is cut. */
@FunctionalInterface
public interface Framing {
  /** A table: rows (RFC 4180) after a header line, at most 500 rows or 256 KiB together. */
  Framing ROWS = RowsFramer::new;

  /** A table of that style, cut like {@link #ROWS}. */
  static Framing rows(RowStyle style) {
    return submission -> new RowsFramer(submission, style);
  }

  /**
   * A line is a record, at most 500 of them or 256 KiB together; blank lines and lines that begin
   * with {@code #}, {@code ;} or {@code //} are none.
   */
  Framing LINES = LinesFramer::new;

  /** A STIX bundle: counted object by object, cut between objects where it is large. */
  Framing OBJECTS = listNamed("objects");

  /**
   * JSON objects, each a record: one alone, the elements of an array, or one on each line; read by
   * {@link org.tocsin.formats.record.JsonEvents#each}.
   */
  Framing EVENTS = EventsFramer::new;

  /** Everything else: one record. */
  Framing WHOLE = WholeFramer::new;

  /**
   * A JSON document: the elements of its top-level list of that name, or of the array it is, are
   * records, cut between them where it is large; one that holds neither is one record.
   */
  static Framing listNamed(String name) {
    return submission -> new ObjectsFramer(submission, name);
  }

  /**
   * An XML document: the elements of that name directly below its root are records; it is not cut.
   * Read by {@link org.tocsin.formats.markup.Elements}.
   */
  static Framing elementsNamed(String name) {
    return submission -> new ElementsFramer(submission, name);
  }

  /** A framer over that submission; closing the stream stays with the caller. */
  Framer over(InputStream submission);
}
