package org.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.store.Accounts;
import org.tocsin.store.Decisions;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.Directory;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.FactWriter;
import org.tocsin.store.Incidents;
import org.tocsin.store.Observations;
import org.tocsin.store.Rebuild;
import org.tocsin.store.ReceiptIncidents;
import org.tocsin.store.Rejects;
import org.tocsin.store.StixObjects;
import org.tocsin.store.StixVersions;
import org.tocsin.store.Warnings;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.store.feed.KnownFeeds;
import org.tocsin.store.subscription.KnownIndex;
import org.tocsin.store.subscription.KnownSubscriptions;

/** Elasticsearch, as every role uses it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchProperties.class)
class StoreConfiguration {
  @Bean(destroyMethod = "close")
  ElasticsearchStore elasticsearchStore(
      ElasticsearchProperties properties, InstantSource clock, MeterRegistry registry) {
    return new ElasticsearchStore(properties.toSettings(), clock, registry);
  }

  @Bean
  FactWriter factWriter(ElasticsearchStore store) {
    return store.facts();
  }

  @Bean
  Observations observations(ElasticsearchStore store) {
    return store.observations();
  }

  @Bean
  StixObjects stixObjects(ElasticsearchStore store) {
    return store.objects();
  }

  @Bean
  StixVersions stixVersions(ElasticsearchStore store) {
    return store.versions();
  }

  @Bean
  Rejects rejects(ElasticsearchStore store) {
    return store.rejects();
  }

  @Bean
  Accounts accounts(ElasticsearchStore store) {
    return store.accounts();
  }

  @Bean
  Decisions decisions(ElasticsearchStore store) {
    return store.decisions();
  }

  @Bean
  Deliveries deliveries(ElasticsearchStore store) {
    return store.deliveries();
  }

  @Bean
  DeliveryWriter deliveryWriter(ElasticsearchStore store) {
    return store.deliveryWriter();
  }

  @Bean
  Incidents incidents(ElasticsearchStore store) {
    return store.incidents();
  }

  @Bean
  ReceiptIncidents receiptIncidents(ElasticsearchStore store) {
    return store.receiptIncidents();
  }

  @Bean
  Warnings warnings(ElasticsearchStore store) {
    return store.warnings();
  }

  @Bean
  Directory directory(ElasticsearchStore store) {
    return store.directory();
  }

  /** Says what readers belong to, too. */
  @Bean
  KnownDirectory knownDirectory(Directory directory, InstantSource clock) {
    return new KnownDirectory(directory, clock);
  }

  @Bean
  KnownFeeds knownFeeds(ElasticsearchStore store, InstantSource clock) {
    return new KnownFeeds(store.feeds(), clock);
  }

  @Bean
  KnownSubscriptions knownSubscriptions(ElasticsearchStore store, InstantSource clock) {
    return new KnownSubscriptions(store.subscriptions(), clock);
  }

  @Bean
  KnownIndex knownIndex(KnownSubscriptions subscriptions, KnownDirectory directory) {
    return new KnownIndex(subscriptions, directory);
  }

  @Bean
  Rebuild rebuild(ElasticsearchStore store) {
    return store.rebuild();
  }
}
