package org.tocsin.formats.mail.mime;

import java.util.Arrays;

/** What may lie around a mail in a file. */
public final class Envelope {
  private Envelope() {}

  /**
   * The mail without byte order mark, blank lines and the {@code From } line of mail folders (RFC
   * 4155) before it; lines that end with a carriage return alone end with a line feed then.
   */
  public static byte[] strip(byte[] mail) {
    byte[] text = hasLineFeed(mail) ? mail : lineFeeds(mail);
    int start = begins(text, 0, 0xef, 0xbb, 0xbf) ? 3 : 0;
    while (start < text.length && (text[start] == '\r' || text[start] == '\n')) {
      start++;
    }
    if (begins(text, start, 'F', 'r', 'o', 'm', ' ') || begins(text, start, '>', 'F', 'r', 'o')) {
      start = afterLine(text, start);
    }
    return start == 0 ? text : Arrays.copyOfRange(text, start, text.length);
  }

  private static boolean hasLineFeed(byte[] text) {
    for (byte each : text) {
      if (each == '\n') {
        return true;
      }
    }
    return false;
  }

  private static byte[] lineFeeds(byte[] text) {
    byte[] changed = text.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == '\r') {
        changed[i] = '\n';
      }
    }
    return changed;
  }

  private static int afterLine(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, text.length);
  }

  private static boolean begins(byte[] text, int from, int... prefix) {
    if (text.length - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((text[from + i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
