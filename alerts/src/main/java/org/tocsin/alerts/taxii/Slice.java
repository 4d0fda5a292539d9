package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;

/**
 * What is answered at once of a collection, in the order it became visible.
 *
 * @param items the objects
 * @param next where to go on, null where there is no more
 */
record Slice(List<Item> items, @Nullable String next) {
  /** Nothing, and nothing more. */
  static final Slice NOTHING = new Slice(List.of(), null);

  Slice {
    items = List.copyOf(items);
  }

  /**
   * An object.
   *
   * @param added when it became visible
   */
  record Item(Instant added, StixObject object) {
    /**
     * Its version (section 5.3.1): {@code modified}, where there is none {@code created}, and where
     * there is neither, as in SCOs, when it became visible.
     */
    String version() {
      return object
          .text("modified")
          .or(() -> object.text("created"))
          .orElseGet(() -> StixTime.micros(added));
    }
  }

  boolean more() {
    return next != null;
  }
}
