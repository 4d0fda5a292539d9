package org.tocsin.formats.framing;

/**
 * Finds where the objects of a bundle begin and end, by strings and nesting alone: no tree, no
 * memory that grows with the input. Framer and normaliser both go by it, so they count the same
 * records in whatever bytes there are.
 *
 * <p>A record is an element of the top-level list of the given name ({@code objects} of a bundle,
 * STIX 2.1 section 8, or an envelope, TAXII 2.1 section 3.7), an element of an array at the top, or
 * a whole document that is neither: one object. What follows the point where the text stops being
 * such a document is one record more, the remainder. A bundle or envelope without objects holds
 * none.
 *
 * <p>Bytes are fed in pieces of any size; positions are counted from the first byte fed. Not
 * thread-safe.
 */
public final class ObjectScanner {
  /** Why the scanner stopped. */
  public enum Stop {
    /** All bytes given were read. */
    FED,
    /** An element begins at {@link #position}: the text may be cut here. */
    BORDER,
    /** A record ended: it lies between {@link #recordStart} and {@link #position}. */
    RECORD
  }

  /** How a text ended. */
  public enum End {
    /** As it should. */
    COMPLETE,
    /** Before an element that was to follow: cut at a border, or broken off there. */
    AT_BORDER,
    /** Broken off, or not JSON: the rest, from {@link #recordStart}, is the remainder. */
    REMAINDER
  }

  private enum State {
    START,
    NAME_OR_END,
    NAME,
    IN_NAME,
    COLON,
    VALUE,
    IN_VALUE,
    AFTER_VALUE,
    ELEMENT_OR_END,
    ELEMENT,
    IN_ELEMENT,
    AFTER_ELEMENT,
    TRAILING,
    FAULT
  }

  private final JsonValueScan value = new JsonValueScan();
  private final TopLevel top;
  private State state = State.START;
  private long position;
  private long documentStart;
  private long recordStart;

  /**
   * Before the first byte of a document.
   *
   * @param list name of the top-level list whose elements are records
   */
  public ObjectScanner(String list) {
    this.top = new TopLevel(list);
  }

  /** How many bytes were read. */
  public long position() {
    return position;
  }

  /** Where the latest record, or the remainder, begins. */
  public long recordStart() {
    return recordStart;
  }

  /** Whether the document is an array of objects, not an object that holds one. */
  public boolean isArray() {
    return top.isArray();
  }

  /**
   * Whether the document is one object, not a collection of them; true until a collection begins.
   */
  public boolean isSingle() {
    return !top.isCollection();
  }

  /** Whether an element has begun and not ended. */
  public boolean isInElement() {
    return state == State.IN_ELEMENT;
  }

  /**
   * Reads on.
   *
   * @param bytes holds the next bytes of the text in {@code from} (inclusive) to {@code to}
   *     (exclusive); those before {@link #position} afterwards need not be given again
   */
  public Stop scan(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int before = at;
      State stateBefore = state;
      at = step(bytes, at, to);
      position += at - before;
      if (stateBefore != State.IN_ELEMENT && state == State.IN_ELEMENT) {
        recordStart = position;
        return Stop.BORDER;
      }
      if (stateBefore == State.IN_ELEMENT && state == State.AFTER_ELEMENT) {
        return Stop.RECORD;
      }
      if (stateBefore != State.TRAILING && state == State.TRAILING && top.isOneRecord()) {
        recordStart = documentStart;
        return Stop.RECORD;
      }
    }
    return Stop.FED;
  }

  /** Says how the text ended; to be called once, when there is no more of it. */
  public End end() {
    return switch (state) {
      case TRAILING -> End.COMPLETE;
      case ELEMENT -> End.AT_BORDER;
      case IN_ELEMENT, FAULT -> End.REMAINDER;
      default -> {
        recordStart = top.isCollection() ? position : documentStart;
        yield End.REMAINDER;
      }
    };
  }

  private int step(byte[] bytes, int at, int to) {
    return switch (state) {
      case IN_ELEMENT -> skipValue(bytes, at, to, State.AFTER_ELEMENT);
      case IN_VALUE -> skipValue(bytes, at, to, State.AFTER_VALUE);
      case IN_NAME -> skipValue(bytes, at, to, State.COLON);
      case FAULT -> to;
      default -> isSpace(bytes[at]) ? at + 1 : between(bytes, at);
    };
  }

  private int skipValue(byte[] bytes, int at, int to, State next) {
    int end = value.skip(bytes, at, to);
    if (state != State.IN_ELEMENT) {
      top.note(bytes, at, end);
    }
    if (value.isComplete()) {
      state = next;
    }
    return end;
  }

  /** What stands between values; whatever must not be there ends the document. */
  private int between(byte[] bytes, int at) {
    byte b = bytes[at];
    switch (state) {
      case START -> {
        return start(b, at);
      }
      case NAME_OR_END, NAME -> {
        if (b == '"') {
          top.beginName();
          return begin(State.IN_NAME, at);
        }
        return b == '}' && state == State.NAME_OR_END ? go(State.TRAILING, at) : fault(at);
      }
      case COLON -> {
        return b == ':' ? go(State.VALUE, at) : fault(at);
      }
      case VALUE -> {
        if (top.beginValue(b)) {
          return go(State.ELEMENT_OR_END, at);
        }
        return isValueStart(b) ? begin(State.IN_VALUE, at) : fault(at);
      }
      case AFTER_VALUE -> {
        top.endValue();
        return b == ',' ? go(State.NAME, at) : b == '}' ? go(State.TRAILING, at) : fault(at);
      }
      case ELEMENT_OR_END, ELEMENT -> {
        if (isValueStart(b)) {
          return begin(State.IN_ELEMENT, at);
        }
        return b == ']' && state == State.ELEMENT_OR_END ? endArray(at) : fault(at);
      }
      case AFTER_ELEMENT -> {
        return b == ',' ? go(State.ELEMENT, at) : b == ']' ? endArray(at) : fault(at);
      }
      default -> {
        return fault(at);
      }
    }
  }

  private int start(byte b, int at) {
    if (isByteOrderMark(b)) {
      return at + 1;
    }
    documentStart = position;
    if (b == '[') {
      top.beginArray();
      return go(State.ELEMENT_OR_END, at);
    }
    return b == '{' ? go(State.NAME_OR_END, at) : fault(at);
  }

  private int endArray(int at) {
    return go(top.isArray() ? State.TRAILING : State.AFTER_VALUE, at);
  }

  private int go(State next, int at) {
    state = next;
    return at + 1;
  }

  private int begin(State next, int at) {
    value.begin();
    state = next;
    return at;
  }

  private int fault(int at) {
    recordStart = top.isCollection() || state == State.TRAILING ? position : documentStart;
    state = State.FAULT;
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static boolean isValueStart(byte b) {
    return b != ',' && b != ':' && b != ']' && b != '}';
  }

  /** One byte of the UTF-8 byte order mark EF BB BF, which RFC 8259 section 8.1 lets us ignore. */
  private static boolean isByteOrderMark(byte b) {
    return b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
  }
}
