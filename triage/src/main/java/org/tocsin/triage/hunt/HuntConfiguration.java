package org.tocsin.triage.hunt;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.hunt.HuntProgress;
import org.tocsin.stream.journal.JournalConsumer;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.lane.KafkaProgressReader;

/** Wires the hunt. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HuntProperties.class)
public class HuntConfiguration {
  /** Who hunts sees what the team sees; what is made of it is marked for whom it may concern. */
  private static final Reader HUNTER = new Reader("retro-hunt", Set.of(Role.ANALYST), null);

  @Bean(destroyMethod = "close")
  Hunt hunt(
      StreamConnection connection,
      ElasticsearchStore store,
      ReportLog reports,
      KafkaProgressReader lanes,
      JournalProgress journal,
      JournalConsumer projector,
      Supplier<NodeNamespace> namespace,
      HuntProperties properties,
      InstantSource clock,
      MeterRegistry registry) {
    SharingFilter everything = SharingPolicy.knowledge(HUNTER);
    Duration back = Duration.ofDays(properties.days());
    Hunter hunter =
        new Hunter(
            store.hunts(),
            everything,
            namespace,
            new SightingLog(reports, clock),
            back,
            new HuntMeters(registry));
    return new Hunt(
        store.objects(),
        store.versions(),
        everything,
        lanes::current,
        journal::horizon,
        () -> properties.days() > 0 && projector.isOwner(),
        new HuntProgress(connection),
        hunter,
        back,
        properties.interval(),
        clock);
  }
}
