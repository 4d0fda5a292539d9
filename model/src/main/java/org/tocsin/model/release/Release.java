package org.tocsin.model.release;

import java.util.List;
import java.util.UUID;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixObject;

/**
 * One version of what programs get of an entity, cut by one record of the journal.
 *
 * @param objects the STIX objects, the one whose version this is first; what it refers to and is
 *     released with it follows. Each is {@code created} when it was first released, whatever later
 *     releases say; whoever keeps them sees to it
 * @param marked what the sharing policy looks at of all of it
 */
public record Release(List<StixObject> objects, Marked marked) {
  private static final UUID NAMESPACE = UUID.fromString("0d6b8a52-3c1f-4f0e-8f3a-5b7c2e9d1a64");

  public Release {
    objects = List.copyOf(objects);
  }

  /** What this version is: the same for the same id and {@code modified} (STIX 2.1 section 3.6). */
  public UUID versionId() {
    return versionId(objects.getFirst());
  }

  /** What that version of an object is. */
  public static UUID versionId(StixObject object) {
    return NameBasedId.in(NAMESPACE)
        .part(object.id())
        .part(object.text("modified").orElse(""))
        .id();
  }
}
