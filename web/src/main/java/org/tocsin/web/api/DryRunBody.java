package org.tocsin.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.subscription.DryRun;

/**
 * What a subscription would have sent, as programs get it.
 *
 * @param matched how many warnings and observations it asks for
 * @param repeats how many of these are the same as one that was shortly before
 * @param messages how many messages the rest would have been
 * @param complete whether all of that time was looked through; where not, the newest of it
 */
record DryRunBody(
    Instant from,
    Instant until,
    int matched,
    int repeats,
    int messages,
    boolean complete,
    List<DayItem> days,
    List<SentItem> sample) {

  /** One day, in UTC. */
  record DayItem(String day, int count) {}

  /** One thing it would have sent. */
  record SentItem(
      String what,
      String id,
      @Nullable String number,
      String title,
      Instant at,
      String tlp,
      @Nullable String type,
      boolean repeat) {
    static SentItem of(DryRun.Sent sent) {
      return new SentItem(
          sent.what().key(),
          sent.id(),
          sent.number(),
          sent.title(),
          sent.at(),
          sent.tlp().label(),
          sent.type(),
          sent.repeat());
    }
  }

  static DryRunBody of(DryRun run) {
    return new DryRunBody(
        run.from(),
        run.until(),
        run.matched(),
        run.repeats(),
        run.messages(),
        run.complete(),
        run.days().stream().map(day -> new DayItem(day.day().toString(), day.count())).toList(),
        run.sample().stream().map(SentItem::of).toList());
  }
}
