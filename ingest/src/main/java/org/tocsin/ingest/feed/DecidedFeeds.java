package org.tocsin.ingest.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tocsin.model.feed.Feed;

/** The feeds as they should be just now: the files, and what was decided since. Thread-safe. */
public final class DecidedFeeds {
  private final FeedCatalog catalog;
  private final Supplier<List<Feed>> decided;

  /**
   * Feeds of that catalog.
   *
   * @param decided what was decided so far; may fail as the store may
   */
  public DecidedFeeds(FeedCatalog catalog, Supplier<List<Feed>> decided) {
    this.catalog = catalog;
    this.decided = decided;
  }

  /** What the files say, and what a definition may be. */
  public FeedCatalog catalog() {
    return catalog;
  }

  /**
   * All of them by name, removed ones too; at most a second behind what was decided.
   *
   * @throws org.tocsin.store.StoreUnavailableException while nothing is known of what was decided
   */
  public List<KnownFeed> now() {
    return catalog.after(decided.get());
  }

  /** One of them after that decision; empty where nothing ever defined it. */
  public Optional<KnownFeed> one(Feed after) {
    return catalog.after(after);
  }
}
