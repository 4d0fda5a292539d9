package org.tocsin.alerts.feed;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.csaf.CsafWriter;
import org.tocsin.store.StixVersions;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.JournalReader;

/** The feeds of published warnings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublisherProperties.class)
public class FeedConfiguration {
  @Bean
  PublishedWarnings publishedWarnings(StixVersions versions, JournalReader journal) {
    return new PublishedWarnings(versions, journal);
  }

  @Bean
  FeedAddress feedAddress(PublisherProperties publisher) {
    return new FeedAddress(publisher.url());
  }

  @Bean
  FeedAnswers feedAnswers(InstantSource clock) {
    return new FeedAnswers(new Freshness(clock));
  }

  @Bean
  WarningsController warningFeeds(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      FeedAddress address,
      PublisherProperties publisher) {
    return new WarningsController(warnings, readers, answers, address, publisher);
  }

  /** Begins with making the key, where one is wanted and none is there. */
  @Bean
  CsafController csafProvider(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      FeedAddress address,
      PublisherProperties publisher,
      InstantSource clock) {
    Path file = publisher.signingKey();
    return new CsafController(
        warnings,
        readers,
        answers,
        address,
        new CsafWriter(publisher.name(), publisher.namespace(), publisher.contact()),
        file == null ? null : KeyFile.in(file, publisher.name()),
        clock.instant());
  }

  @Bean
  RolieController rolieRepository(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      FeedAddress address,
      PublisherProperties publisher) {
    return new RolieController(warnings, readers, answers, address, publisher);
  }

  @Bean
  ListsController blockLists(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      WarningList benign,
      KnownDirectory directory,
      InstantSource clock) {
    return new ListsController(warnings, readers, answers, benign, directory, clock);
  }

  @Bean
  MispController mispFeed(
      PublishedWarnings warnings,
      ReaderSource readers,
      FeedAnswers answers,
      PublisherProperties publisher) {
    return new MispController(warnings, readers, answers, publisher);
  }
}
