package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.taxii.Slice.Item;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;

/**
 * Fills a slice up to its limit, without ever parting what became visible in the same microsecond:
 * who goes on by time alone misses nothing. Only where that is more than the limit by itself does a
 * slice hold more. Not thread-safe.
 */
final class Packing {
  private final int limit;
  private final List<Item> packed = new ArrayList<>();
  private final List<Item> group = new ArrayList<>();
  private @Nullable String packedTo;
  private @Nullable String groupTo;
  private @Nullable Instant groupAdded;

  Packing(int limit) {
    this.limit = limit;
  }

  /**
   * Takes the next version.
   *
   * @param objects what is shown of it
   * @return false where it does not go in any more; then nothing else does either
   */
  boolean add(StoredVersion version, List<StixObject> objects) {
    if (!version.added().equals(groupAdded)) {
      close();
      groupAdded = version.added();
    }
    if (!packed.isEmpty() && packed.size() + group.size() + objects.size() > limit) {
      group.clear();
      groupTo = null;
      return false;
    }
    objects.forEach(object -> group.add(new Item(version.added(), object)));
    groupTo = version.cursor();
    return true;
  }

  private void close() {
    packed.addAll(group);
    group.clear();
    if (groupTo != null) {
      packedTo = groupTo;
    }
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
    return new Slice(packed, more ? packedTo : null);
  }
}
