package org.tocsin.formats.framing;

/** What the top level of a document says of it: a collection of objects, or one object. */
final class TopLevel {
  private static final int LONGEST_NAME = 40;

  private final String list;
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder type = new StringBuilder();
  private boolean array;
  private boolean collection;
  private boolean typed;
  private boolean readingName;
  private boolean envelope = true;
  private boolean objectsAreNoList;

  TopLevel(String list) {
    this.list = list;
  }

  boolean isArray() {
    return array;
  }

  boolean isCollection() {
    return collection;
  }

  /**
   * Whether a document that ended is itself a record: not where it held a list of objects, and not
   * where it is a bundle or an envelope (nothing but {@code more} and {@code next}) without one.
   */
  boolean isOneRecord() {
    return !collection && (objectsAreNoList || !isBundle() && !envelope);
  }

  void beginArray() {
    array = true;
    collection = true;
  }

  void beginName() {
    name.setLength(0);
    readingName = true;
  }

  /**
   * A value begins with {@code b}; true where it is the list of objects. An object of another type
   * may have a list of that name: that is one of its properties.
   */
  boolean beginValue(byte b) {
    readingName = false;
    if (isNamed("type")) {
      type.setLength(0);
      typed = true;
    }
    if (isNamed(list)) {
      boolean begins = b == '[';
      objectsAreNoList |= !begins;
      collection |= begins && (!list.equals("objects") || !typed || isBundle());
      return begins && collection;
    }
    envelope &= isNamed("more") || isNamed("next");
    return false;
  }

  void endValue() {
    readingName = false;
    name.setLength(0);
  }

  /** Notes the bytes of a name or of the type, as far as they can matter. */
  void note(byte[] bytes, int from, int to) {
    StringBuilder text = readingName ? name : isNamed("type") ? type : null;
    for (int at = from; text != null && at < to && text.length() < LONGEST_NAME; at++) {
      text.append((char) (bytes[at] & 0xff));
    }
  }

  private boolean isNamed(String wanted) {
    return isQuoted(name, wanted);
  }

  private boolean isBundle() {
    return isQuoted(type, "bundle");
  }

  private static boolean isQuoted(StringBuilder text, String wanted) {
    return text.length() == wanted.length() + 2
        && text.charAt(0) == '"'
        && text.charAt(text.length() - 1) == '"'
        && text.indexOf(wanted) == 1;
  }
}
