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
 *     where all of it is personal, or later versions took it from the reader
 * @param number the how manieth of the versions that were released of the object, from 1 on; 0 of
 *     what arrived, which nobody counts
 */
public record StoredVersion(
    Instant added, String cursor, StixObject object, List<StixObject> shown, int number) {
  public StoredVersion {
    shown = List.copyOf(shown);
  }
}
