package org.tocsin.model.release;

import java.util.List;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.stix.StixObject;

/**
 * One version of what programs get of an entity, cut by one record of the journal.
 *
 * @param objects the STIX objects, the one whose version this is first; what it refers to and is
 *     released with it follows
 * @param marked what the sharing policy looks at of all of it
 */
public record Release(List<StixObject> objects, Marked marked) {
  public Release {
    objects = List.copyOf(objects);
  }
}
