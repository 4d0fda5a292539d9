package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.taxii.Slice.Item;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;

/**
 * Fills a slice up to its limit and never beyond (TAXII 2.1 section 3.4). What became visible in
 * the same microsecond stays together, so that who goes on by time alone misses nothing; only where
 * that is more than the limit by itself is it parted, and the rest is behind {@code next}. Not
 * thread-safe.
 */
final class Packing {
  private final int limit;
  private final Place start;
  private final List<Item> packed = new ArrayList<>();
  private final List<Item> group = new ArrayList<>();
  private Place packedTo;
  private Place groupTo;
  private @Nullable Instant groupAdded;

  /** A slice of at most so many objects, from that place on. */
  Packing(int limit, Place start) {
    this.limit = limit;
    this.start = start;
    this.packedTo = start;
    this.groupTo = start;
  }

  /**
   * Takes the next version.
   *
   * @param objects what is shown of it, also what was shown before the place this began at
   * @return false where not all of it goes in any more; then nothing else does either
   */
  boolean add(StoredVersion version, List<StixObject> objects) {
    if (!version.added().equals(groupAdded)) {
      close();
      groupAdded = version.added();
    }
    int shown = Math.min(start.shownOf(version), objects.size());
    List<StixObject> rest = objects.subList(shown, objects.size());
    int room = limit - packed.size() - group.size();
    if (rest.size() <= room) {
      take(version, rest);
      groupTo = Place.behind(version.cursor());
      return true;
    }
    if (!packed.isEmpty()) {
      group.clear();
      groupTo = packedTo;
    } else if (room > 0) {
      take(version, rest.subList(0, room));
      groupTo = Place.behind(groupTo.after()).within(version, shown + room);
    }
    return false;
  }

  private void take(StoredVersion version, List<StixObject> objects) {
    objects.forEach(object -> group.add(new Item(version.added(), object)));
  }

  private void close() {
    packed.addAll(group);
    group.clear();
    packedTo = groupTo;
  }

  boolean isEmpty() {
    return packed.isEmpty() && group.isEmpty();
  }

  /**
   * The slice.
   *
   * @param more whether there is more after what was taken
   */
  Slice slice(boolean more) {
    close();
    return new Slice(packed, more ? packedTo.text() : null);
  }
}
