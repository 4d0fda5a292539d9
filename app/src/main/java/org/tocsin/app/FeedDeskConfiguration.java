package org.tocsin.app;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.ingest.feed.DecidedFeeds;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.ingest.feed.FeedDefinitionsConfiguration;
import org.tocsin.ingest.feed.FeedTrial;
import org.tocsin.ingest.folder.WatchedFolder;
import org.tocsin.ingest.gate.Gates;
import org.tocsin.ingest.http.Push;
import org.tocsin.store.feed.KnownFeeds;
import org.tocsin.stream.ProgressReader;
import org.tocsin.web.feed.Feeds;
import org.tocsin.web.feed.Trials;
import org.tocsin.web.way.Ways;

/** Leads from the console and the API to definitions, and to collectors where this process has. */
@Configuration(proxyBeanMethods = false)
@Import(FeedDefinitionsConfiguration.class)
class FeedDeskConfiguration {
  @Bean
  Feeds feeds(DecidedFeeds feeds, ObjectProvider<FeedCollectors> collectors, InstantSource clock) {
    return new CollectedFeeds(feeds, collectors.getIfAvailable(), clock);
  }

  @Bean
  Ways ways(
      ObjectProvider<Gates> gates,
      ObjectProvider<Push> push,
      ObjectProvider<WatchedFolder> folder,
      KnownFeeds known,
      ProgressReader progress,
      InstantSource clock) {
    OpenWays.Here here =
        new OpenWays.Here(gates.getIfAvailable(), push.getIfAvailable(), folder.getIfAvailable());
    return new OpenWays(here, known, progress, clock);
  }

  @Bean
  Trials trials(DecidedFeeds feeds, FeedTrial trial) {
    return new TriedFeeds(feeds.catalog(), trial);
  }
}
