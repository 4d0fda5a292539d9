package org.tocsin.triage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.formats.Formats;
import org.tocsin.model.journal.Court;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.store.Accounts;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.FactWriter;
import org.tocsin.stream.Journal;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.journal.JournalConsumer;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.Sealer;
import org.tocsin.stream.lane.KafkaProgressReader;
import org.tocsin.stream.lane.LaneConsumer;
import org.tocsin.stream.lane.LaneTicker;
import org.tocsin.stream.observed.KafkaObservedLog;
import org.tocsin.stream.observed.ObservedConsumer;
import org.tocsin.stream.observed.ObservedProgress;
import org.tocsin.stream.submission.SubmissionConsumer;
import org.tocsin.triage.account.AccountWatch;
import org.tocsin.triage.correlate.Correlator;
import org.tocsin.triage.hunt.Hunt;
import org.tocsin.triage.hunt.HuntConfiguration;
import org.tocsin.triage.normalise.Triage;
import org.tocsin.triage.projection.JournalProperties;
import org.tocsin.triage.projection.Projector;

/** Wires triage. */
@Configuration(proxyBeanMethods = false)
@Import(HuntConfiguration.class)
@EnableConfigurationProperties({TriageProperties.class, JournalProperties.class})
public class TriageConfiguration {
  /** How long the correlator lets the projector finish before it asks the rules themselves. */
  private static final Duration PROJECTOR_PATIENCE = Duration.ofSeconds(5);

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService triagePortions(TriageProperties properties) {
    return Executors.newFixedThreadPool(
        properties.parallel(), Thread.ofPlatform().name("triage-", 1).factory());
  }

  @Bean
  AccountWatch accountWatch(
      Accounts accounts,
      KafkaProgressReader progress,
      InstantSource clock,
      TriageProperties properties,
      MeterRegistry registry) {
    return new AccountWatch(accounts, progress, clock, properties.watchLookBack(), registry);
  }

  @Bean(destroyMethod = "")
  JournalConsumer journalConsumer(
      StreamConnection connection, Court court, ElasticsearchStore store) {
    return new JournalConsumer(connection, new Projector(court, store.decisionWriter()));
  }

  @Bean(destroyMethod = "")
  ObservedConsumer observedConsumer(
      StreamConnection connection,
      Journal journal,
      JournalProgress progress,
      ElasticsearchStore store) {
    Correlator correlator =
        new Correlator(
            store.decisions(),
            store.exchanges(),
            journal,
            store.recount(),
            () -> progress.awaitEnd(PROJECTOR_PATIENCE));
    return new ObservedConsumer(connection, correlator::take);
  }

  @Bean(destroyMethod = "close")
  TriageWork triageWork(
      StreamConnection connection,
      KafkaProgressReader progress,
      Formats formats,
      Supplier<NodeNamespace> namespace,
      ElasticsearchStore store,
      @Qualifier("triagePortions") ExecutorService portions,
      AccountWatch watch,
      Hunt hunt,
      ObservedConsumer observed,
      JournalConsumer journal,
      JournalProgress journalProgress,
      JournalProperties sealing,
      TriageProperties properties,
      MeterRegistry registry) {
    FactWriter writer = store.facts();
    Triage triage =
        new Triage(
            formats, namespace, writer, new KafkaObservedLog(connection), portions, registry);
    List<LaneConsumer> lanes =
        Arrays.stream(Lane.values())
            .map(lane -> new LaneConsumer(connection, lane, triage))
            .toList();
    return new TriageWork(
        lanes,
        new SubmissionConsumer(connection, writer::writeSubmissions),
        new LaneTicker(connection, progress, lanes),
        observed,
        new ObservedProgress(connection),
        journal,
        sealing
            .key()
            .map(key ->
                new Sealer(connection, journal, journalProgress, key, sealing.sealInterval())),
        watch,
        store.listEnds(properties.watchLookBack()),
        hunt,
        properties.watchInterval(),
        store::keepUp);
  }
}
