package org.tocsin.web.raw;

import java.util.Arrays;

/**
 * The bytes of one record, with what gives them meaning.
 *
 * @param preamble the header line; empty where the format has none
 * @param bytes the bytes
 * @param firstLine line of the submission the bytes begin on, from 1
 * @param own whether the bytes are the record alone; otherwise it lies somewhere in them
 * @param cut whether there is more after these bytes
 */
public record Excerpt(byte[] preamble, byte[] bytes, long firstLine, boolean own, boolean cut) {
  /** Preamble and bytes as one. */
  public byte[] text() {
    byte[] text = Arrays.copyOf(preamble, preamble.length + bytes.length);
    System.arraycopy(bytes, 0, text, preamble.length, bytes.length);
    return text;
  }
}
