package org.tocsin.web.raw;

import java.util.Locale;

/** Shows bytes that are no text: sixteen to a line, in hexadecimal digits and as ASCII. */
public final class HexDump {
  private static final int LINE = 16;
  private static final int MOST = 16 * 1024;

  private HexDump() {}

  /** The dump of the first bytes, at most 16 KiB of them. */
  public static String of(byte[] bytes) {
    StringBuilder dump = new StringBuilder();
    int end = Math.min(bytes.length, MOST);
    for (int start = 0; start < end; start += LINE) {
      line(dump, bytes, start, Math.min(end, start + LINE));
    }
    return dump.toString();
  }

  private static void line(StringBuilder dump, byte[] bytes, int start, int end) {
    dump.append(String.format(Locale.ROOT, "%08x ", start));
    for (int at = start; at < start + LINE; at++) {
      dump.append(at < end ? String.format(Locale.ROOT, " %02x", bytes[at]) : "   ");
    }
    dump.append("  ");
    for (int at = start; at < end; at++) {
      dump.append(bytes[at] >= ' ' && bytes[at] < 127 ? (char) bytes[at] : '.');
    }
    dump.append('\n');
  }
}
