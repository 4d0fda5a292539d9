package org.tocsin.store.feed;

import java.util.List;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.store.Feeds;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.decision.Everything;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;

/** Reads what was decided about feeds out of Elasticsearch. */
public final class ElasticsearchFeeds implements Feeds {
  private final Everything everything;

  /** That of the cluster. */
  public ElasticsearchFeeds(Cluster cluster, Names names) {
    this.everything = new Everything(cluster, names);
  }

  @Override
  public long edition() {
    return everything.edition("looking for changes of feeds", View.FEEDS);
  }

  @Override
  public List<Feed> feeds() {
    return everything.of(EntityKind.FEED, Feed.class);
  }
}
