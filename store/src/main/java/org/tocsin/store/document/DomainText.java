package org.tocsin.store.document;

import java.util.Locale;

/** Domain names as they are compared: lower case, without the root's dot (RFC 4343, RFC 1034). */
public final class DomainText {
  /** RFC 1035 section 2.3.4, in characters of the presentation format. */
  private static final int LONGEST = 253;

  private DomainText() {}

  /** The name to compare; empty where it is too long to be one. */
  public static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return plain.length() > LONGEST ? "" : plain;
  }
}
