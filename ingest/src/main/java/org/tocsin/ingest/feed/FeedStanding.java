package org.tocsin.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a feed fares.
 *
 * @param feed its definition
 * @param state what its collector does just now
 * @param memory what is remembered of it
 * @param lastFetch when it was last tried, null before the first time
 * @param next when it is tried next, null where it is not
 * @param failures how often it failed in a row
 * @param lastError what went wrong the last time, or what could not be taken though all else was;
 *     null where nothing did
 */
public record FeedStanding(
    FeedDefinition feed,
    FeedState state,
    FeedMemory memory,
    @Nullable Instant lastFetch,
    @Nullable Instant next,
    int failures,
    @Nullable String lastError) {
  private static final Set<FeedState> LIVE =
      EnumSet.of(FeedState.WAITING, FeedState.LISTENING, FeedState.FETCHING, FeedState.FAILING);

  /** A feed nobody fetches here, for that reason. */
  static FeedStanding idle(FeedDefinition feed, FeedState state, @Nullable String why) {
    return new FeedStanding(feed, state, FeedMemory.NEW, null, null, 0, why);
  }

  /** The same in that state. */
  FeedStanding in(FeedState another) {
    return new FeedStanding(feed, another, memory, lastFetch, next, failures, lastError);
  }

  /**
   * How far it is behind its schedule: the time since it should have been fetched with success;
   * zero where it is not, or never was fetched and is not failing.
   */
  public Duration lag(Instant now) {
    if (!LIVE.contains(state)) {
      return Duration.ZERO;
    }
    Instant last = memory.lastSuccess();
    Instant due = last == null ? lastFetch : feed.schedule().after(last);
    return due == null || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
  }
}
