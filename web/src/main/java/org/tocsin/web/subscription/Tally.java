package org.tocsin.web.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.subscription.Matchable;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.model.tlp.Tlp;

/** Adds up what a subscription would have sent. */
final class Tally {
  /** How many are shown. */
  static final int SAMPLE = 50;

  private final SubscriptionWish wish;
  private final Instant from;
  private final Instant until;
  private final Map<String, Instant> sentLast = new HashMap<>();
  private final Map<Instant, Integer> perHour = new HashMap<>();
  private final Map<LocalDate, Integer> perDay = new TreeMap<>();

  /** Something it asks for. */
  record Found(
      Matchable thing, String id, @Nullable String number, String title, Instant at, Tlp tlp) {}

  Tally(SubscriptionWish wish, Instant from, Instant until) {
    this.wish = wish;
    this.from = from;
    this.until = until;
  }

  DryRun of(List<Found> found, boolean complete) {
    List<Found> inOrder =
        found.stream().sorted(Comparator.comparing(Found::at).thenComparing(Found::id)).toList();
    List<DryRun.Sent> all = new ArrayList<>();
    int repeats = 0;
    for (Found one : inOrder) {
      boolean repeat = isRepeat(one);
      repeats += repeat ? 1 : 0;
      perDay.merge(day(one.at()), 1, Integer::sum);
      if (!repeat) {
        perHour.merge(one.at().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
      }
      all.add(sent(one, repeat));
    }
    return new DryRun(
        from,
        until,
        all.size(),
        repeats,
        messages(),
        complete,
        days(),
        all.reversed().stream().limit(SAMPLE).toList());
  }

  private boolean isRepeat(Found one) {
    String likeness = one.thing().likeness();
    if (likeness == null) {
      return false;
    }
    Instant before = sentLast.get(likeness);
    Instant again = before == null ? Instant.MIN : before.plus(wish.quietFor(one.thing().type()));
    if (one.at().isBefore(again)) {
      return true;
    }
    sentLast.put(likeness, one.at());
    return false;
  }

  /** One by one up to the storm cap of an hour, and the rest of it together; or as a digest. */
  private int messages() {
    return switch (wish.pace()) {
      case INSTANT ->
          perHour.values().stream()
              .mapToInt(count -> count > wish.stormCap() ? wish.stormCap() + 1 : count)
              .sum();
      case HOURLY -> perHour.size();
      case DAILY -> (int) perHour.keySet().stream().map(Tally::day).distinct().count();
    };
  }

  private List<DryRun.Day> days() {
    List<DryRun.Day> days = new ArrayList<>();
    LocalDate last = day(until.minusNanos(1));
    for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
      days.add(new DryRun.Day(day, perDay.getOrDefault(day, 0)));
    }
    return days;
  }

  private static DryRun.Sent sent(Found one, boolean repeat) {
    Rsit type = one.thing().type();
    return new DryRun.Sent(
        one.thing().what(),
        one.id(),
        one.number(),
        one.title(),
        one.at(),
        one.tlp(),
        type == null ? null : type.type(),
        repeat);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
