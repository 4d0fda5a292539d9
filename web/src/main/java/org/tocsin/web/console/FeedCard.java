package org.tocsin.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.feed.FetchedFeed;

/**
 * A feed as pages show it.
 *
 * @param name its name
 * @param origin provider and feed
 * @param way how it is fetched, in words
 * @param schedule when it is fetched, in words
 * @param state what it does just now
 * @param definition the rest of what it is
 * @param decided what was decided about it
 * @param lastFetch when it was last tried, null where it was not since the start
 * @param lastSuccess when it was last fetched, null for never
 * @param next when it is tried next, null where it is not
 * @param lastReceipt its last receipt, null for none
 * @param records how many records were taken
 * @param behind how far it is behind, in words; empty where it is not
 * @param lastError what went wrong, null where nothing did
 */
record FeedCard(
    String name,
    String origin,
    String way,
    String schedule,
    String state,
    FetchedFeed.Definition definition,
    FetchedFeed.Decided decided,
    @Nullable Moment lastFetch,
    @Nullable Moment lastSuccess,
    @Nullable Moment next,
    @Nullable String lastReceipt,
    String records,
    String behind,
    @Nullable String lastError) {

  static FeedCard of(FetchedFeed fetched) {
    FetchedFeed.Definition feed = fetched.definition();
    return new FeedCard(
        feed.name(),
        feed.origin().provider() + " / " + feed.origin().feed(),
        way(feed.way()),
        schedule(feed.schedule()),
        fetched.state(),
        feed,
        fetched.decided(),
        moment(fetched.lastFetch()),
        moment(fetched.lastSuccess()),
        moment(fetched.next()),
        fetched.lastReceipt() == null ? null : fetched.lastReceipt().toString(),
        Figure.of(fetched.records(), "record", "records"),
        fetched.lag().isZero() ? "" : words(fetched.lag()),
        fetched.lastError());
  }

  private static @Nullable Moment moment(@Nullable Instant instant) {
    return instant == null ? null : Moment.seconds(instant);
  }

  /** A way in, in words. */
  static String way(String key) {
    return switch (key) {
      case "url" -> "File";
      case "taxii" -> "TAXII collection";
      case "misp" -> "MISP feed";
      default -> RsitWords.of(key);
    };
  }

  private static String schedule(String text) {
    return text.startsWith("P") ? "every " + words(Duration.parse(text)) : text + " (cron, UTC)";
  }

  /** A duration in its one or two largest units, such as {@code 2 hours 5 minutes}. */
  private static String words(Duration duration) {
    long days = duration.toDays();
    if (days > 0) {
      return joined(days, "day", duration.toHoursPart(), "hour");
    }
    if (duration.toHours() > 0) {
      return joined(duration.toHours(), "hour", duration.toMinutesPart(), "minute");
    }
    return joined(duration.toMinutes(), "minute", duration.toSecondsPart(), "second");
  }

  private static String joined(long large, String largeUnit, long small, String smallUnit) {
    if (small == 0) {
      return one(large, largeUnit);
    }
    return large == 0 ? one(small, smallUnit) : one(large, largeUnit) + " " + one(small, smallUnit);
  }

  private static String one(long number, String unit) {
    return String.format(Locale.ROOT, "%d %s%s", number, unit, number == 1 ? "" : "s");
  }
}
