package org.tocsin.taxiicheck;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One version of one object, as a manifest tells of it (section 5.3.1).
 *
 * @param added when it was added to the collection
 */
record Entry(String id, String version, Instant added) {
  static Entry of(JsonNode manifestRecord) {
    return new Entry(
        Rules.text(manifestRecord, "id"),
        Rules.text(manifestRecord, "version"),
        Rules.timestamp("date_added", Rules.text(manifestRecord, "date_added")));
  }

  /** The type of the object, such as {@code indicator}. */
  String type() {
    return id.substring(0, Math.max(0, id.indexOf("--")));
  }
}
