package org.tocsin.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.feed.FetchedFeed;

/**
 * A feed and how it fares.
 *
 * @param state off, waiting, listening, fetching, failing or paused
 * @param lagSeconds how far it is behind its schedule
 * @param failures how often it failed in a row
 */
record FeedBody(
    String name,
    String provider,
    String feed,
    String way,
    String url,
    String kind,
    @Nullable String format,
    String tlp,
    int confidence,
    String schedule,
    String licence,
    String documentation,
    boolean enabled,
    String state,
    @Nullable String lastFetch,
    @Nullable String lastSuccess,
    @Nullable String next,
    @Nullable String lastReceipt,
    long records,
    long lagSeconds,
    int failures,
    @Nullable String lastError) {

  static FeedBody of(FetchedFeed fetched) {
    FetchedFeed.Definition feed = fetched.definition();
    return new FeedBody(
        feed.name(),
        feed.origin().provider(),
        feed.origin().feed(),
        feed.way(),
        feed.url(),
        feed.kind(),
        feed.format(),
        feed.tlp().label(),
        feed.confidence(),
        feed.schedule(),
        feed.licence(),
        feed.documentation(),
        feed.enabled(),
        fetched.state(),
        time(fetched.lastFetch()),
        time(fetched.lastSuccess()),
        time(fetched.next()),
        fetched.lastReceipt() == null ? null : fetched.lastReceipt().toString(),
        fetched.records(),
        fetched.lag().toSeconds(),
        fetched.failures(),
        fetched.lastError());
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : StixTime.millis(instant);
  }
}
