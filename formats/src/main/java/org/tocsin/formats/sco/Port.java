package org.tocsin.formats.sco;

import java.util.OptionalInt;

/** Ports of TCP, UDP and their kin, as STIX 2.1 section 6.12 wants them. */
public final class Port {
  private static final int LARGEST = 65_535;

  private Port() {}

  /** Reads a port, 0 to 65535; empty where it is none. */
  public static OptionalInt parse(String text) {
    long number = Digits.number(text);
    return number >= 0 && number <= LARGEST ? OptionalInt.of((int) number) : OptionalInt.empty();
  }
}
