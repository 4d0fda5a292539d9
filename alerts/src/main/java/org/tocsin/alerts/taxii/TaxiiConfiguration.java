package org.tocsin.alerts.taxii;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.store.Accounts;
import org.tocsin.store.StixVersions;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.SubmissionReader;

/** The TAXII server. Uses an {@link Inbox} where there is one; without, nothing is taken. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaxiiProperties.class)
public class TaxiiConfiguration {
  @Bean
  ReportHorizon taxiiReportHorizon(ProgressReader progress) {
    return new ReportHorizon(progress);
  }

  @Bean
  VersionReader taxiiVersions(
      StixVersions versions, ReportHorizon collected, JournalReader journal) {
    return new VersionReader(versions, collected, new JournalHorizon(journal));
  }

  @Bean
  CollectionSource nodeCollections(VersionReader reader, ObjectProvider<Inbox> inboxes) {
    Inbox inbox = inboxes.getIfAvailable(ClosedInbox::new);
    List<TaxiiCollection> all =
        List.of(
            new WarningsCollection(reader),
            new ObservationsCollection(reader),
            new IncidentsCollection(reader),
            new ObjectsCollection(reader),
            new InboxCollection(reader, inbox));
    return any -> all;
  }

  @Bean
  CollectionSource groupCollections(KnownDirectory directory, VersionReader reader) {
    return new GroupCollections(directory, reader);
  }

  @Bean
  CollectionRegistry taxiiCollections(
      Supplier<NodeNamespace> namespace, List<CollectionSource> sources) {
    return new CollectionRegistry(namespace, sources);
  }

  @Bean
  EnvelopeBody envelopeBody(TaxiiProperties properties) {
    return new EnvelopeBody((int) properties.maxContentLength().toBytes());
  }

  @Bean
  ServerController taxiiServer(
      Accounts accounts,
      SubmissionReader submissions,
      ReportHorizon horizon,
      EnvelopeBody bodies,
      ReaderSource readers) {
    return new ServerController(new StatusReader(accounts, submissions, horizon), bodies, readers);
  }

  @Bean
  CollectionsController taxiiCollectionList(CollectionRegistry collections, ReaderSource readers) {
    return new CollectionsController(collections, readers);
  }

  @Bean
  ObjectsController taxiiObjects(CollectionRegistry collections, ReaderSource readers) {
    return new ObjectsController(collections, readers);
  }

  @Bean
  InboxController taxiiInboxDoor(
      CollectionRegistry collections,
      ObjectProvider<Inbox> inboxes,
      EnvelopeBody bodies,
      ReaderSource readers,
      InstantSource clock) {
    return new InboxController(
        collections, inboxes.getIfAvailable(ClosedInbox::new), bodies, readers, clock);
  }

  @Bean
  ContentNegotiation taxiiContentNegotiation() {
    return new ContentNegotiation();
  }

  @Bean
  TaxiiErrors taxiiErrors() {
    return new TaxiiErrors();
  }
}
