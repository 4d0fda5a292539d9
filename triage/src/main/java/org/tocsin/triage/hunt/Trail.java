package org.tocsin.triage.hunt;

import org.jspecify.annotations.Nullable;

/**
 * How far the hunt has come.
 *
 * @param objects cursor after the last indicator that arrived as STIX, null at the beginning
 * @param warnings cursor after the last indicator that a warning released, null at the beginning
 */
record Trail(@Nullable String objects, @Nullable String warnings) {
  static final Trail START = new Trail(null, null);

  private static final String NONE = "-";

  /** Reads it; the start where it is none of this version's. */
  static Trail read(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 3 && parts[0].equals("1")
        ? new Trail(cursor(parts[1]), cursor(parts[2]))
        : START;
  }

  String text() {
    return "1 " + (objects == null ? NONE : objects) + " " + (warnings == null ? NONE : warnings);
  }

  private static @Nullable String cursor(String text) {
    return text.equals(NONE) ? null : text;
  }
}
