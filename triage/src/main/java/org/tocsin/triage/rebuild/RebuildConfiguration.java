package org.tocsin.triage.rebuild;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.formats.Formats;
import org.tocsin.model.journal.Court;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.store.Rebuild;
import org.tocsin.stream.ObservedLog;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryReplay;
import org.tocsin.stream.journal.JournalReplay;
import org.tocsin.stream.lane.ReportReplay;
import org.tocsin.triage.TriageProperties;
import org.tocsin.triage.normalise.Triage;
import org.tocsin.triage.projection.Projector;

/** Wires a rebuild, the job of a process of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageProperties.class)
public class RebuildConfiguration {
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService rebuildPortions(TriageProperties properties) {
    return Executors.newFixedThreadPool(
        properties.parallel(), Thread.ofPlatform().name("rebuild-", 1).factory());
  }

  @Bean
  Rebuilding rebuilding(
      Rebuild rebuild,
      StreamConnection connection,
      Formats formats,
      Supplier<NodeNamespace> namespace,
      ExecutorService rebuildPortions,
      Court court,
      MeterRegistry registry) {
    return new Rebuilding(
        rebuild,
        new ReportReplay(connection),
        writer ->
            new Triage(formats, namespace, writer, ObservedLog.NOBODY, rebuildPortions, registry),
        new JournalReplay(connection),
        writer -> new Projector(court, writer),
        new DeliveryReplay(connection));
  }
}
