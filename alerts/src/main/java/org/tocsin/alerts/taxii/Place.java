package org.tocsin.alerts.taxii;

import org.jspecify.annotations.Nullable;
import org.tocsin.store.StoredVersion;

/**
 * Where a page ended, and what a client hands in as {@code next} (TAXII 2.1 section 3.5): behind a
 * version, and where the objects of the one behind it did not all go in, among those.
 *
 * @param after the cursor of the last version that was shown whole, null for none
 * @param within the cursor of the version that was shown in part, null where none was
 * @param shown how many of its objects were
 */
record Place(@Nullable String after, @Nullable String within, int shown) {
  private static final String BETWEEN = "~";

  /** Behind that version; null is before the first. */
  static Place behind(@Nullable String cursor) {
    return new Place(cursor, null, 0);
  }

  /**
   * Reads one.
   *
   * @throws TaxiiException where it is none that was handed out
   */
  static Place of(@Nullable String next) {
    if (next == null) {
      return behind(null);
    }
    String[] parts = next.split(BETWEEN, -1);
    if (parts.length == 1) {
      return behind(next);
    }
    if (parts.length != 3 || !parts[2].matches("[1-9]\\d{0,5}")) {
      throw TaxiiException.badParameter("next", "is not one that was handed out");
    }
    return new Place(parts[0].isEmpty() ? null : parts[0], parts[1], Integer.parseInt(parts[2]));
  }

  /** Behind so many objects of the version that follows. */
  Place within(StoredVersion version, int objects) {
    return new Place(after, version.cursor(), objects);
  }

  /** How many objects of that version were shown already. */
  int shownOf(StoredVersion version) {
    return version.cursor().equals(within) ? shown : 0;
  }

  /** As it is handed out; null for the beginning. */
  @Nullable String text() {
    return within == null
        ? after
        : String.join(BETWEEN, after == null ? "" : after, within, String.valueOf(shown));
  }
}
