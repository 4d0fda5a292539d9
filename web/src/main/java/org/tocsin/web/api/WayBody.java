package org.tocsin.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.way.FaringWay;
import org.tocsin.web.way.SeenWay;

/**
 * A way in that stands open, and how it fares in the process that answers.
 *
 * @param way push or folder
 * @param version for the next command's {@code expectedVersion}; null where it is not known just
 *     now
 * @param state open, failing, paused, off or elsewhere
 * @param waiting files in the folder, or entries of the bulk lane that wait for triage; null where
 *     that is not known here
 * @param taken since the process started
 * @param refused since then: refused, or put aside
 */
record WayBody(
    String way,
    @Nullable Long version,
    String state,
    @Nullable Long waiting,
    @Nullable String lastTaken,
    @Nullable String lastReceipt,
    long taken,
    long refused,
    @Nullable String lastErrorAt,
    @Nullable String lastError) {

  static WayBody of(SeenWay seen) {
    FaringWay way = seen.way();
    return new WayBody(
        way.way().key(),
        seen.version(),
        way.state(),
        way.waiting(),
        time(way.lastTaken()),
        way.lastReceipt() == null ? null : way.lastReceipt().toString(),
        way.taken(),
        way.refused(),
        time(way.lastErrorAt()),
        way.lastError());
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : StixTime.millis(instant);
  }
}
