package org.tocsin.ingest.feed;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.outward.Fetch;

/** Looks secrets up where the definitions say, at the moment they are sent. */
final class Secrets {
  private final UnaryOperator<@Nullable String> lookup;

  /**
   * Secrets.
   *
   * @param lookup the value of a property or environment variable, null where there is none
   */
  Secrets(UnaryOperator<@Nullable String> lookup) {
    this.lookup = lookup;
  }

  /** The secrets that are missing of feeds that are switched on, one line each. */
  List<String> missing(List<FeedDefinition> feeds) {
    return feeds.stream()
        .filter(feed -> feed.enabled() && feed.secret() != null && value(feed.secret()).isEmpty())
        .map(feed -> "feed '" + feed.name() + "', key 'secret': its property is not set")
        .toList();
  }

  /** The same feed, or one that can not be fetched where its secret is missing here. */
  KnownFeed checked(KnownFeed feed) {
    if (!feed.isOn() || missing(List.of(feed.definition())).isEmpty()) {
      return feed;
    }
    return new KnownFeed(
        feed.definition(),
        feed.paused(),
        feed.removed(),
        feed.shipped(),
        feed.redefined(),
        "secret: its property is not set where it is fetched");
  }

  /** A fetch with the secret of its feed, unless it goes to another host than the feed's own. */
  Fetch addTo(Fetch fetch, FeedDefinition feed) {
    FeedSecret secret = feed.secret();
    return secret == null || !fetch.isToOriginOf(feed.url())
        ? fetch
        : fetch.with(secret.header(), secret.prefix() + value(secret));
  }

  /** What lets the user of a mailbox in; empty where there is none. */
  String password(FeedDefinition feed) {
    return feed.secret() == null ? "" : value(feed.secret());
  }

  private String value(FeedSecret secret) {
    String value = lookup.apply(secret.property());
    return value == null ? "" : value.strip();
  }
}
