package org.tocsin.app;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.web.feed.Feeds;

/** Leads from the console and the API to the collectors, in a process that has both. */
@Configuration(proxyBeanMethods = false)
class FeedDeskConfiguration {
  @Bean
  Feeds feeds(FeedCollectors collectors, InstantSource clock) {
    return new CollectedFeeds(collectors, clock);
  }
}
