package org.tocsin.web.console;

import java.util.Locale;

/** Writes numbers as people read them. */
final class Figure {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  private static final int STEP = 1024;

  private Figure() {}

  /** A count with commas, such as {@code 12,431}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count with its noun, such as {@code 1 record}. */
  static String of(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A size, such as {@code 1.4 MiB}. */
  static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return unit == 0
        ? count(bytes) + " " + UNITS[0]
        : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
