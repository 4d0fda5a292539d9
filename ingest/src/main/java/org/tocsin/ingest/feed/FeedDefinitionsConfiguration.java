package org.tocsin.ingest.feed;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tocsin.formats.Formats;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.outward.OutwardClient;
import org.tocsin.store.feed.KnownFeeds;

/** The definitions of feeds, as every process knows them that fetches or shows any. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
public class FeedDefinitionsConfiguration {
  @Bean
  FeedCatalog feedCatalog(FeedProperties properties, Formats formats) {
    return FeedCatalog.of(properties.operatorsFile(), Set.copyOf(formats.names()));
  }

  @Bean
  DecidedFeeds decidedFeeds(FeedCatalog catalog, KnownFeeds known) {
    return new DecidedFeeds(catalog, known::now);
  }

  /** Fetches only in a process that fetches feeds. */
  @Bean
  FeedTrial feedTrial(
      Formats formats,
      Supplier<NodeNamespace> namespace,
      Secrets secrets,
      ObjectProvider<OutwardClient> client,
      ObjectProvider<InstantSource> clocks) {
    return new FeedTrial(
        formats,
        namespace,
        secrets,
        client.getIfAvailable(),
        Path.of(System.getProperty("java.io.tmpdir")),
        clocks.getIfAvailable(InstantSource::system));
  }

  @Bean
  Secrets feedSecrets(Environment environment) {
    return new Secrets(environment::getProperty);
  }
}
