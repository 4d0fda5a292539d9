package org.tocsin.formats.sco;

/** Numbers of ten digits at most, without sign. */
final class Digits {
  private static final int MOST = 10;

  private Digits() {}

  /** The number; -1 where it is none. */
  static long number(String text) {
    if (text.isEmpty() || text.length() > MOST) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
