package org.tocsin.app;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.feed.DecidedFeeds;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.ingest.feed.FeedDefinition;
import org.tocsin.ingest.feed.FeedSecret;
import org.tocsin.ingest.feed.FeedStanding;
import org.tocsin.ingest.feed.KnownFeed;
import org.tocsin.ingest.feed.WayIn;
import org.tocsin.model.feed.Feed;
import org.tocsin.web.feed.DefinitionFault;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.FetchedFeed;
import tools.jackson.databind.node.ObjectNode;

/** The feeds of this node, as people see them. */
final class CollectedFeeds implements Feeds {
  private static final String REMOVED = "removed";
  private static final String ELSEWHERE = "elsewhere";

  private final DecidedFeeds feeds;
  private final @Nullable FeedCollectors collectors;
  private final InstantSource clock;

  /**
   * Feeds.
   *
   * @param collectors null where another process fetches them
   */
  CollectedFeeds(DecidedFeeds feeds, @Nullable FeedCollectors collectors, InstantSource clock) {
    this.feeds = feeds;
    this.collectors = collectors;
    this.clock = clock;
  }

  @Override
  public boolean areHere() {
    return collectors != null;
  }

  @Override
  public List<FetchedFeed> all() {
    return feeds.now().stream().map(this::shown).toList();
  }

  @Override
  public Optional<FetchedFeed> one(Feed decided) {
    return feeds.one(decided).map(this::shown);
  }

  @Override
  public List<String> ways() {
    return Arrays.stream(WayIn.values()).map(WayIn::key).toList();
  }

  @Override
  public Optional<ObjectNode> written(Feed decided) {
    return feeds.catalog().written(decided);
  }

  @Override
  public List<DefinitionFault> faults(String name, ObjectNode definition) {
    return feeds.catalog().faults(name, definition).stream()
        .map(fault -> new DefinitionFault(fault.key(), fault.what()))
        .toList();
  }

  @Override
  public boolean run(String name) {
    return collectors != null && collectors.runNow(name);
  }

  private FetchedFeed shown(KnownFeed known) {
    FetchedFeed.Decided decided =
        new FetchedFeed.Decided(known.removed(), known.shipped(), known.redefined());
    FetchedFeed.Definition definition = definition(known.definition());
    if (collectors == null) {
      String state = definition.enabled() ? ELSEWHERE : "off";
      return FetchedFeed.idle(
          definition, decided, known.removed() ? REMOVED : state, known.problem());
    }
    FeedStanding standing = collectors.standing(known);
    return new FetchedFeed(
        definition,
        decided,
        known.removed() ? REMOVED : standing.state().key(),
        standing.lastFetch(),
        standing.memory().lastSuccess(),
        standing.next(),
        standing.memory().lastReceipt(),
        standing.memory().records(),
        standing.lag(clock.instant()),
        standing.failures(),
        standing.lastError());
  }

  private static FetchedFeed.Definition definition(FeedDefinition feed) {
    FeedSecret secret = feed.secret();
    return new FetchedFeed.Definition(
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
        feed.enabled(),
        secret == null ? null : secret.property());
  }
}
