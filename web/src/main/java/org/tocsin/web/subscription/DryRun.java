package org.tocsin.web.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.subscription.What;
import org.tocsin.model.tlp.Tlp;

/**
 * What a subscription would have sent.
 *
 * @param from since when
 * @param until until when, exclusive
 * @param matched how many warnings and observations it asks for; a withdrawal is one more
 * @param repeats how many of these would not have been sent, since the same was shortly before
 * @param messages how many messages the rest would have been, by pace and storm cap
 * @param complete whether all of that time was looked through; where not, the newest of it
 * @param days how many it asks for, by day in UTC, from the first to the last day
 * @param sample the newest of them
 */
public record DryRun(
    Instant from,
    Instant until,
    int matched,
    int repeats,
    int messages,
    boolean complete,
    List<Day> days,
    List<Sent> sample) {
  /** One day. */
  public record Day(LocalDate day, int count) {}

  /**
   * One thing it would have sent.
   *
   * @param id the warning's or observation's
   * @param number of the warning, null for an observation
   * @param title in a line
   * @param at when it became visible
   * @param type RSIT type, null where none is known
   * @param repeat whether the same was sent shortly before
   */
  public record Sent(
      What what,
      String id,
      @Nullable String number,
      String title,
      Instant at,
      Tlp tlp,
      @Nullable String type,
      boolean repeat) {}
}
