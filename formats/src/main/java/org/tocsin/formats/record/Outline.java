package org.tocsin.formats.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.framing.ObjectScanner;
import org.tocsin.model.report.RawRecord;

/**
 * Where the objects of a raw record lie.
 *
 * @param context the objects its preamble repeats
 * @param records its own records that ended, in order
 * @param remainder what follows them and is no object, null where the text ends as it should
 * @param list JSON pointer of the list the objects are in; null where the text is one object
 * @param before how many objects of the submission came before this raw record
 */
public record Outline(
    List<Span> context,
    List<Span> records,
    @Nullable Span remainder,
    @Nullable String list,
    long before) {

  /**
   * Finds the objects.
   *
   * @param text what {@link RawRecord#text()} gave
   * @param listName name of the top-level list the objects are in, as the format is framed by
   */
  public static Outline of(RawRecord raw, byte[] text, String listName) {
    int own = raw.preamble().length;
    List<Span> context = new ArrayList<>();
    List<Span> records = new ArrayList<>();
    ObjectScanner scanner = new ObjectScanner(listName);
    while (scanner.position() < text.length) {
      if (scanner.scan(text, (int) scanner.position(), text.length) == ObjectScanner.Stop.RECORD) {
        Span span = new Span((int) scanner.recordStart(), (int) scanner.position());
        (span.start() < own ? context : records).add(span);
      }
    }
    long before = context.isEmpty() ? 0 : number(text, context.removeFirst());
    Span remainder = remainder(scanner, raw.records() > records.size(), text.length);
    String list = scanner.isSingle() ? null : scanner.isArray() ? "" : "/" + listName;
    return new Outline(context, records, remainder, list, before);
  }

  /**
   * A text that ends where another object was to follow was cut there, or has broken off there.
   * Only the framer has seen whether the submission went on; it counts what is missing as one.
   */
  private static @Nullable Span remainder(ObjectScanner scanner, boolean oneIsMissing, int length) {
    return switch (scanner.end()) {
      case COMPLETE -> null;
      case AT_BORDER -> oneIsMissing ? new Span(length, length) : null;
      case REMAINDER -> new Span((int) scanner.recordStart(), length);
    };
  }

  /** A preamble's list begins with the number of objects before it, written by the framer. */
  private static long number(byte[] text, Span span) {
    long number = 0;
    for (int at = span.start(); at < span.end(); at++) {
      number = number * 10 + (text[at] - '0');
    }
    return number;
  }

  /** JSON pointer (RFC 6901) of the record at that position, into the submission as a whole. */
  public String pointer(int position) {
    return list == null ? "" : list + "/" + (before + position);
  }
}
