package org.tocsin.formats.stix;

/**
 * A stretch of a raw record's text.
 *
 * @param start its first byte
 * @param end the byte after its last
 */
record Span(int start, int end) {
  int length() {
    return end - start;
  }
}
