package org.tocsin.store.search;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.document.IndexedTime;

/**
 * A place in an order of visibility: the last item handed out. It holds a position, not a state, so
 * it stays good for ever.
 *
 * @param kind which order of which items it belongs to
 * @param added when the last item became visible
 * @param id the last item, in the order of ids as text
 */
record Cursor(Kind kind, Instant added, UUID id) {
  private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES;

  /** The orders there are. */
  enum Kind {
    OBSERVATIONS_ADDED(true),
    OBSERVATIONS_NEWEST(false),
    CURRENT_OBJECTS(true),
    ALL_OBJECTS(true),
    DECISIONS_ADDED(true),
    DECISIONS_NEWEST(false),
    OBSERVED_VERSIONS(true),
    OBSERVED_LAST(true),
    INCIDENTS_NEWEST(false),
    WARNINGS_CHANGED(false),
    WARNINGS_SHOWN(false),
    RELEASED_VERSIONS(true),
    RELEASED_LAST(true);

    private final boolean oldestFirst;

    Kind(boolean oldestFirst) {
      this.oldestFirst = oldestFirst;
    }

    boolean isOldestFirst() {
      return oldestFirst;
    }
  }

  /** Before the first item of an order. */
  static Cursor beginning(Kind kind) {
    return kind.isOldestFirst()
        ? new Cursor(kind, Instant.EPOCH, new UUID(0, 0))
        : new Cursor(kind, Instant.parse("2262-01-01T00:00:00Z"), new UUID(-1, -1));
  }

  /** Behind everything that became visible then or before. */
  static Cursor after(Kind kind, Instant added) {
    return new Cursor(kind, IndexedTime.clamp(added), new UUID(-1, -1));
  }

  boolean isBeginning() {
    return equals(beginning(kind));
  }

  /** Reads a cursor of that order; null is its beginning. */
  static Cursor read(Kind kind, @Nullable String text) {
    if (text == null) {
      return beginning(kind);
    }
    byte[] bytes = decode(text);
    if (bytes.length != BYTES || bytes[0] != kind.ordinal()) {
      throw notOurs();
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, 1, BYTES - 1);
    Instant added = Instant.EPOCH.plus(rest.getLong(), ChronoUnit.MICROS);
    return new Cursor(kind, added, new UUID(rest.getLong(), rest.getLong()));
  }

  /** The cursor as clients keep it. */
  String text() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .put((byte) kind.ordinal())
            .putLong(StixTime.epochMicros(added))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  private static IllegalArgumentException notOurs() {
    return new IllegalArgumentException("cursor: not one that this search has handed out");
  }
}
