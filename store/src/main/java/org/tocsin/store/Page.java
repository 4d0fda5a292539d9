package org.tocsin.store;

import java.util.List;

/**
 * A page of results.
 *
 * @param items what was found, in order
 * @param cursor what to hand in to go on after the last item; stays good when there is nothing more
 *     yet, so a poller keeps it. Opaque
 * @param more whether there was more when the page was cut
 */
public record Page<T>(List<T> items, String cursor, boolean more) {
  public Page {
    items = List.copyOf(items);
  }
}
