package org.tocsin.app;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.ingest.feed.FeedConfiguration;
import org.tocsin.ingest.feed.FeedProperties;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.mailbox.MailboxClient;

/** Fetches feeds through the guarded client, in a process that takes reports in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutwardProperties.class)
@Import(FeedConfiguration.class)
class FetchingConfiguration {
  /** So far behind its schedule, a feed shows in the health of the process. */
  private static final Duration BEHIND = Duration.ofHours(1);

  @Bean(destroyMethod = "close")
  OutwardClient outwardClient(OutwardProperties properties) {
    return new OutwardClient(properties.toSettings());
  }

  @Bean(destroyMethod = "close")
  MailboxClient mailboxClient(OutwardProperties properties) {
    return new MailboxClient(properties.toSettings());
  }

  /** Feeds that are behind are told of; they are no reason to take the process out of service. */
  @Bean
  @ConditionalOnProperty(name = FeedProperties.FETCH, matchIfMissing = true)
  FeedHealth feedsHealthIndicator(FeedCollectors collectors, InstantSource clock) {
    return new FeedHealth(collectors, BEHIND, clock);
  }
}
