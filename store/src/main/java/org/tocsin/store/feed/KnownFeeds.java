package org.tocsin.store.feed;

import java.time.InstantSource;
import java.util.List;
import org.tocsin.model.feed.Feed;
import org.tocsin.store.Feeds;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.decision.Followed;

/**
 * What was decided about feeds, in memory and at most a second behind the store. While the store
 * does not answer, it stays as it was. Thread-safe.
 */
public final class KnownFeeds {
  private final Followed<List<Feed>> followed;

  /** What is known of those; they are asked for when somebody first wants to know. */
  public KnownFeeds(Feeds feeds, InstantSource clock) {
    this.followed = new Followed<>("feeds", feeds::edition, feeds::feeds, clock);
  }

  /**
   * All feeds anything was decided about.
   *
   * @throws StoreUnavailableException when they were never read and cannot be now
   */
  public List<Feed> now() {
    return followed.now();
  }
}
