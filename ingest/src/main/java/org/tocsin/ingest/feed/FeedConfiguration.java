package org.tocsin.ingest.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tocsin.formats.Formats;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.mailbox.MailboxClient;

/**
 * Feeds that are fetched. Needs what {@code ingest} needs, an {@link OutwardClient} and a {@link
 * MailboxClient}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
public class FeedConfiguration {
  @Bean
  FeedCollectors feedCollectors(
      FeedProperties properties,
      Formats formats,
      Intake intake,
      OutwardClient client,
      MailboxClient mailboxes,
      Environment environment,
      MeterRegistry registry,
      ObjectProvider<InstantSource> clocks) {
    InstantSource clock = clocks.getIfAvailable(InstantSource::system);
    Secrets secrets = new Secrets(environment::getProperty);
    List<FeedDefinition> feeds =
        FeedCatalog.read(properties.operatorsFile(), Set.copyOf(formats.names()));
    List<String> missing = secrets.missing(feeds);
    if (!missing.isEmpty()) {
      throw new BadFeedsException(properties.file(), missing);
    }
    Ways ways = new Ways(client, mailboxes, properties.largestMail().toBytes(), intake, secrets);
    FeedMemories memories = new FeedMemories(Path.of(properties.state()));
    FeedCollectors collectors =
        new FeedCollectors(feeds, ways::of, memories, properties.toSettings(), clock);
    FeedMetrics.bind(collectors, registry, clock);
    return collectors;
  }
}
