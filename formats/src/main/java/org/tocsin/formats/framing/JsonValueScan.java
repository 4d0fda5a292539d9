package org.tocsin.formats.framing;

/** Skips one JSON value, which may arrive in pieces, by its strings and brackets alone. */
final class JsonValueScan {
  private boolean begun;
  private boolean complete;
  private boolean scalar;
  private boolean inString;
  private boolean escaped;
  private int depth;

  /** Makes ready for the next value. */
  void begin() {
    begun = false;
    complete = false;
    scalar = false;
    inString = false;
    escaped = false;
    depth = 0;
  }

  /** Whether the value has ended. */
  boolean isComplete() {
    return complete;
  }

  /** Reads on and says where it stopped: after the value, or at {@code to}. */
  int skip(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !complete) {
      if (inString) {
        at = skipString(bytes, at, to);
      } else if (scalar) {
        at = skipScalar(bytes, at, to);
      } else {
        at = skipStructure(bytes, at, to);
      }
    }
    return at;
  }

  /**
   * A raw line break cannot be inside a string (RFC 8259 section 7): there the string is taken to
   * end, so that a forgotten quotation mark costs one object and not all that follow.
   */
  private int skipString(byte[] bytes, int from, int to) {
    boolean backslash = escaped;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '\n' || b == '"' && !backslash) {
        inString = false;
        escaped = false;
        complete = depth == 0;
        return at + 1;
      }
      backslash = b == '\\' && !backslash;
    }
    escaped = backslash;
    return to;
  }

  private int skipScalar(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      switch (bytes[at]) {
        case ',', ']', '}', ':', '[', '{', '"', ' ', '\n', '\r', '\t' -> {
          complete = true;
          return at;
        }
        default -> {}
      }
    }
    return to;
  }

  private int skipStructure(byte[] bytes, int from, int to) {
    int open = depth;
    for (int at = from; at < to; at++) {
      switch (bytes[at]) {
        case '"' -> {
          inString = true;
          begun = true;
          depth = open;
          return at + 1;
        }
        case '{', '[' -> {
          begun = true;
          open++;
        }
        case '}', ']' -> {
          if (--open == 0) {
            complete = true;
            return at + 1;
          }
        }
        default -> {
          if (!begun) {
            scalar = true;
            return at;
          }
        }
      }
    }
    depth = open;
    return to;
  }
}
