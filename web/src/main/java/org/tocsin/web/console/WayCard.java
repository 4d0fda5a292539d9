package org.tocsin.web.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.web.way.FaringWay;
import org.tocsin.web.way.SeenWay;

/**
 * A way in that stands open, as pages show it.
 *
 * @param key its name in addresses
 * @param feed its name in the journal
 * @param name what it is called
 * @param about what comes in by it
 * @param state what it does just now
 * @param here whether this process has it
 * @param waiting what waits behind it, in words
 * @param lastTaken when something was last taken, null where nothing was since the start
 * @param lastReceipt the receipt of that, null for none
 * @param taken how much was taken since the start, in words
 * @param refused how much was not, in words; empty for nothing
 * @param lastErrorAt when it last went wrong, null where it does just now
 * @param lastError what went wrong, null where nothing did
 * @param version the version that is seen; null where it is not known just now
 */
record WayCard(
    String key,
    String feed,
    String name,
    String about,
    String state,
    boolean here,
    String waiting,
    @Nullable Moment lastTaken,
    @Nullable String lastReceipt,
    String taken,
    String refused,
    @Nullable Moment lastErrorAt,
    @Nullable String lastError,
    @Nullable Long version) {

  static WayCard of(SeenWay seen) {
    FaringWay way = seen.way();
    boolean push = way.way() == OpenWay.PUSH;
    return new WayCard(
        way.way().key(),
        way.way().feed(),
        push ? "Sent in over HTTP" : "Watched folder",
        push ? "what programs and people send to /api/reports" : "files somebody puts into it",
        way.state(),
        way.isHere(),
        waiting(way, push),
        moment(way.lastTaken()),
        way.lastReceipt() == null ? null : way.lastReceipt().toString(),
        push
            ? Figure.of(way.taken(), "submission", "submissions")
            : Figure.of(way.taken(), "file", "files"),
        way.refused() == 0 ? "" : Figure.count(way.refused()) + (push ? " refused" : " put aside"),
        moment(way.lastErrorAt()),
        way.lastError(),
        seen.version());
  }

  private static String waiting(FaringWay way, boolean push) {
    Long waiting = way.waiting();
    if (waiting == null) {
      return "not known here";
    }
    if (waiting == 0) {
      return "nothing";
    }
    return push
        ? Figure.of(waiting, "entry", "entries") + " for triage"
        : Figure.of(waiting, "file", "files");
  }

  private static @Nullable Moment moment(@Nullable Instant instant) {
    return instant == null ? null : Moment.seconds(instant);
  }
}
