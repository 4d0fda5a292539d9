package org.tocsin.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.feed.FetchedFeed;
import org.tocsin.web.feed.SeenFeed;

/**
 * A feed and how it fares.
 *
 * @param version for the next command's {@code expectedVersion}; null in lists
 * @param secret the property that holds its secret; never the secret
 * @param shipped whether the node's files define it, too
 * @param redefined whether its definition was changed since
 * @param state off, waiting, listening, fetching, failing, paused, unusable, elsewhere or removed
 * @param lagSeconds how far it is behind its schedule
 * @param failures how often it failed in a row
 */
record FeedBody(
    String name,
    @Nullable Long version,
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
    @Nullable String secret,
    boolean shipped,
    boolean redefined,
    String state,
    @Nullable String lastFetch,
    @Nullable String lastSuccess,
    @Nullable String next,
    @Nullable String lastReceipt,
    long records,
    long lagSeconds,
    int failures,
    @Nullable String lastError) {

  static FeedBody of(SeenFeed seen) {
    return of(seen.feed(), seen.version());
  }

  static FeedBody of(FetchedFeed fetched) {
    return of(fetched, null);
  }

  private static FeedBody of(FetchedFeed fetched, @Nullable Long version) {
    FetchedFeed.Definition feed = fetched.definition();
    return new FeedBody(
        feed.name(),
        version,
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
        feed.secret(),
        fetched.decided().shipped(),
        fetched.decided().redefined(),
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
