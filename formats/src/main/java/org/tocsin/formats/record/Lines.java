package org.tocsin.formats.record;

import org.tocsin.model.report.RawRecord;

/** Tells on which line of the submission a place of the text lies; asked in ascending order. */
public final class Lines {
  private final byte[] text;
  private int at;
  private long line;

  /** Over the text of that raw record. */
  public Lines(RawRecord raw, byte[] text) {
    this.text = text;
    this.at = raw.preamble().length;
    this.line = raw.firstLine();
  }

  /** The line, from 1, on which that byte of the text lies. */
  public long of(int position) {
    for (; at < position; at++) {
      if (text[at] == '\n') {
        line++;
      }
    }
    return line;
  }
}
