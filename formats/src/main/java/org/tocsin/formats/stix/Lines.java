package org.tocsin.formats.stix;

import org.tocsin.model.report.RawRecord;

/** Tells on which line of the submission a place of the text lies; asked in ascending order. */
final class Lines {
  private final byte[] text;
  private int at;
  private long line;

  Lines(RawRecord raw, byte[] text) {
    this.text = text;
    this.at = raw.preamble().length;
    this.line = raw.firstLine();
  }

  long of(int position) {
    for (; at < position; at++) {
      if (text[at] == '\n') {
        line++;
      }
    }
    return line;
  }
}
