package org.tocsin.ingest.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.mailbox.MailboxClient;

/**
 * Feeds that are fetched. Needs what {@code ingest} needs, an {@link OutwardClient} and a {@link
 * MailboxClient}.
 */
@Configuration(proxyBeanMethods = false)
@Import(FeedDefinitionsConfiguration.class)
public class FeedConfiguration {
  @Bean
  @ConditionalOnProperty(name = FeedProperties.FETCH, matchIfMissing = true)
  FeedCollectors feedCollectors(
      FeedProperties properties,
      DecidedFeeds feeds,
      Secrets secrets,
      Intake intake,
      OutwardClient client,
      MailboxClient mailboxes,
      MeterRegistry registry,
      ObjectProvider<InstantSource> clocks) {
    InstantSource clock = clocks.getIfAvailable(InstantSource::system);
    List<String> missing = secrets.missing(feeds.catalog().definitions());
    if (!missing.isEmpty()) {
      throw new BadFeedsException(properties.file(), missing);
    }
    Ways ways = new Ways(client, mailboxes, properties.largestMail().toBytes(), intake, secrets);
    FeedMemories memories = new FeedMemories(Path.of(properties.state()));
    FeedCollectors collectors =
        new FeedCollectors(feeds::now, secrets, ways::of, memories, properties.toSettings(), clock);
    FeedMetrics.bind(collectors, registry, clock);
    return collectors;
  }
}
