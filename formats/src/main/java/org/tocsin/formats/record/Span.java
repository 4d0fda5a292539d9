package org.tocsin.formats.record;

/**
 * A stretch of a raw record's text.
 *
 * @param start its first byte
 * @param end the byte after its last
 */
public record Span(int start, int end) {
  /** How many bytes it takes. */
  public int length() {
    return end - start;
  }
}
