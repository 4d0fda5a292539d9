package org.tocsin.formats.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a STIX bundle, a TAXII envelope, another list or an array of objects between its objects.
 * Counts what {@link ObjectScanner} finds; builds no tree.
 */
final class ObjectsFramer implements Framer {
  private static final int MAX_OBJECTS = 500;
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int STEP = 64 * 1024;
  private static final byte[] NONE = {};

  /**
   * Context beyond this is repeated only as far as a slice is long itself, so that a list of
   * trifles cannot grow by being cut; the last slice gets all there is.
   */
  private static final int MIN_CONTEXT = 16 * 1024;

  private final InputStream submission;
  private final ObjectScanner scanner;
  private final Preamble context;
  private final int[] starts = new int[MAX_OBJECTS];
  private final int[] ends = new int[MAX_OBJECTS];

  private byte[] buffer = new byte[STEP];
  private int filled;
  private int scanned;
  private int border;
  private int records;
  private boolean cut;
  private long base;
  private long line = 1;
  private boolean ended;

  ObjectsFramer(InputStream submission, String list) {
    this.submission = submission;
    this.scanner = new ObjectScanner(list);
    this.context = new Preamble(list);
  }

  @Override
  public Optional<Slice> next() throws IOException {
    while (!ended) {
      if (scanned == filled) {
        if (isFull(filled) && scanner.isInElement() && records > 0) {
          return Optional.of(cutAtBorder());
        }
        if (!read()) {
          return last();
        }
      }
      ObjectScanner.Stop stop = scanner.scan(buffer, scanned, filled);
      scanned = index(scanner.position());
      if (stop == ObjectScanner.Stop.RECORD) {
        count();
      } else if (stop == ObjectScanner.Stop.BORDER) {
        border = scanned;
        context.open(buffer, border, scanner.isArray());
        if (records == MAX_OBJECTS || records > 0 && isFull(border)) {
          return Optional.of(cutAtBorder());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(int bytes) {
    return bytes >= MAX_BYTES;
  }

  private int index(long position) {
    return (int) (position - base);
  }

  private void count() {
    starts[records] = index(scanner.recordStart());
    ends[records] = scanned;
    records++;
  }

  private boolean read() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MAX_RAW_RECORD + 1));
    }
    int read = submission.read(buffer, filled, Math.min(STEP, buffer.length - filled));
    filled += Math.max(read, 0);
    if (filled > MAX_RAW_RECORD - (cut ? Preamble.LEAST : 0)) {
      throw new SubmissionTooLargeException();
    }
    return read >= 0;
  }

  private Slice cutAtBorder() {
    Slice slice = slice(border, records, Math.max(border, MIN_CONTEXT));
    for (int i = 0; i < records; i++) {
      context.see(buffer, starts[i], ends[i]);
    }
    cut = true;
    System.arraycopy(buffer, border, buffer, 0, filled - border);
    base += border;
    filled -= border;
    scanned -= border;
    border = 0;
    records = 0;
    return slice;
  }

  /** A bundle that breaks off has one record more: what is missing of it. */
  private Optional<Slice> last() {
    ended = true;
    if (filled == 0) {
      return Optional.empty();
    }
    boolean whole = scanner.end() == ObjectScanner.End.COMPLETE;
    return Optional.of(slice(filled, whole ? records : records + 1, MAX_BYTES));
  }

  private Slice slice(int to, int count, int contextBytes) {
    byte[] bytes = Arrays.copyOf(buffer, to);
    byte[] preamble =
        cut ? context.bytes(Math.min(contextBytes, MAX_RAW_RECORD - Preamble.LEAST - to)) : NONE;
    Slice slice = new Slice(preamble, bytes, line, count);
    for (byte b : bytes) {
      line += b == '\n' ? 1 : 0;
    }
    return slice;
  }
}
