package org.tocsin.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of objects to read; an empty set means no such condition, and all given ones must
 * hold.
 *
 * @param of which objects
 * @param extent which versions of each
 * @param ids STIX ids of the objects
 * @param types STIX types of the objects
 * @param submitter only what they sent in, null for all
 * @param group only what was released to the sharing group of that id, null for all
 * @param after only what became visible later than this, null for all; passed over where there is a
 *     cursor
 * @param cursor where to go on, null for the beginning
 * @param limit how many at most, 1 to 1,000; passed only where so many became visible in the same
 *     microsecond
 */
public record VersionQuery(
    Of of,
    Extent extent,
    Set<String> ids,
    Set<String> types,
    @Nullable String submitter,
    @Nullable String group,
    @Nullable Instant after,
    @Nullable String cursor,
    int limit) {

  /** Kinds of objects. */
  public enum Of {
    /** Every observed-data, whether it was made here or arrived as STIX, with its SCOs. */
    OBSERVATIONS,
    /** Everything that arrived as STIX. */
    OBJECTS,
    /** Warnings that were released, with what they refer to. */
    WARNINGS,
    /** Incidents, with what people added to them. */
    INCIDENTS,
    /** Both of these. */
    RELEASES;

    /** Whether it was cut from the journal, whose horizon it is served up to. */
    public boolean isReleased() {
      return this == WARNINGS || this == INCIDENTS || this == RELEASES;
    }
  }

  /** Versions of an object. */
  public enum Extent {
    /** Every version that arrived, or was released. */
    ALL,
    /** The last one, whatever the reader may see of it. */
    LAST
  }

  public VersionQuery {
    ids = Set.copyOf(ids);
    types = Set.copyOf(types);
  }

  /** The same, from that cursor on. */
  public VersionQuery goingOn(String from) {
    return new VersionQuery(of, extent, ids, types, submitter, group, after, from, limit);
  }
}
