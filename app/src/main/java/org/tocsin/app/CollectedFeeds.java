package org.tocsin.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.ingest.feed.FeedDefinition;
import org.tocsin.ingest.feed.FeedStanding;
import org.tocsin.web.feed.FeedAction;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.FetchedFeed;

/** The feeds this process fetches, as people see them. */
final class CollectedFeeds implements Feeds {
  private final FeedCollectors collectors;
  private final InstantSource clock;

  CollectedFeeds(FeedCollectors collectors, InstantSource clock) {
    this.collectors = collectors;
    this.clock = clock;
  }

  @Override
  public boolean areHere() {
    return true;
  }

  @Override
  public List<FetchedFeed> all() {
    return collectors.standings().stream().map(this::shown).toList();
  }

  @Override
  public Optional<FetchedFeed> one(String name) {
    return collectors.standing(name).map(this::shown);
  }

  @Override
  public boolean act(String name, FeedAction action) {
    return switch (action) {
      case PAUSE -> collectors.pause(name);
      case RESUME -> collectors.resume(name);
      case RUN -> collectors.runNow(name);
    };
  }

  private FetchedFeed shown(FeedStanding standing) {
    FeedDefinition feed = standing.feed();
    return new FetchedFeed(
        new FetchedFeed.Definition(
            feed.name(),
            feed.origin(),
            feed.way().key(),
            feed.url().toString(),
            feed.kind().key(),
            feed.format(),
            feed.tlp(),
            feed.confidence(),
            feed.schedule().text(),
            feed.licence(),
            feed.documentation().toString(),
            feed.enabled()),
        standing.state().key(),
        standing.lastFetch(),
        standing.memory().lastSuccess(),
        standing.next(),
        standing.memory().lastReceipt(),
        standing.memory().records(),
        standing.lag(clock.instant()),
        standing.failures(),
        standing.lastError());
  }
}
