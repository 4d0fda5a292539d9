package org.tocsin.model.pattern;

/**
 * A pattern of STIX 2.1 section 9.
 *
 * @param root what has to be observed
 */
public record Pattern(Observing root) {
  /** The longest pattern that is read, in characters. */
  public static final int MAX_LENGTH = 100_000;

  /** How deep brackets and qualifiers may lie within each other. */
  public static final int MAX_DEPTH = 50;

  /**
   * Reads a pattern.
   *
   * @throws PatternException where it is none; it says where and why
   */
  public static Pattern parse(String text) {
    return new Pattern(new ObservingReader(new Cursor(text)).whole());
  }

  /** The pattern in one spelling; read again, it is equal to this one. */
  public String text() {
    return PatternText.of(root);
  }

  @Override
  public String toString() {
    return text();
  }
}
