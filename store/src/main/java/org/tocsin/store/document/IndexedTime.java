package org.tocsin.store.document;

import java.time.Instant;
import org.tocsin.model.stix.StixTime;

/**
 * Times as Elasticsearch can index them: {@code date_nanos} holds 1970 to 2262 and refuses a
 * document with any other. Real records hold the years 1 and 9999.
 */
public final class IndexedTime {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

  private IndexedTime() {}

  /** The nearest time that can be indexed. */
  public static Instant clamp(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }

  /** The nearest time that can be indexed, to the microsecond. */
  public static String text(Instant instant) {
    return StixTime.micros(clamp(instant));
  }
}
