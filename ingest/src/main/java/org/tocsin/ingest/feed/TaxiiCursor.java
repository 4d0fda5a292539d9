package org.tocsin.ingest.feed;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each collection was read.
 *
 * @param places by the address of the collection
 */
record TaxiiCursor(Map<String, Place> places) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * How far one was read. Its time only moves on when all pages are read: what was added at the
   * same instant may lie on two of them.
   *
   * @param after everything added up to then was read, null for nothing
   * @param next the page to go on with, null to ask by {@code after}
   * @param last when the last object that was read was added, null where that is not known
   */
  record Place(@Nullable String after, @Nullable String next, @Nullable String last) {
    static final Place BEGINNING = new Place(null, null, null);

    /** The same without the page. */
    Place again() {
      return new Place(after, null, null);
    }

    Place read(@Nullable String addedLast, @Nullable String nextPage) {
      String latest = addedLast == null ? last : addedLast;
      return nextPage == null
          ? new Place(latest == null ? after : latest, null, null)
          : new Place(after, nextPage, latest);
    }
  }

  static TaxiiCursor of(@Nullable String text) {
    try {
      return text == null ? new TaxiiCursor(Map.of()) : JSON.readValue(text, TaxiiCursor.class);
    } catch (JacksonException e) {
      return new TaxiiCursor(Map.of());
    }
  }

  Place place(String collection) {
    return places.getOrDefault(collection, Place.BEGINNING);
  }

  TaxiiCursor with(String collection, Place place) {
    Map<String, Place> more = new TreeMap<>(places);
    more.put(collection, place);
    return new TaxiiCursor(more);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }
}
