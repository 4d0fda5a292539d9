package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import org.tocsin.model.stix.StixObject;

/**
 * One version of an object, as one reader may see it.
 *
 * @param added when it became visible, microseconds
 * @param cursor what to hand in to go on after it
 * @param object the object as it is kept; to find others by, not to show
 * @param shown what the reader may see of it: the object first, then the SCOs it refers to; none
 *     where all of it is personal
 */
public record StoredVersion(
    Instant added, String cursor, StixObject object, List<StixObject> shown) {
  public StoredVersion {
    shown = List.copyOf(shown);
  }
}
