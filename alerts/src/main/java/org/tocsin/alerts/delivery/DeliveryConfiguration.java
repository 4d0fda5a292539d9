package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.store.Decisions;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.StixVersions;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryProgress;
import org.tocsin.stream.journal.JournalProgress;

/** Delivers what was subscribed to. Whoever prepares the process starts the work. */
@Configuration(proxyBeanMethods = false)
public class DeliveryConfiguration {
  @Bean
  DeliveryProgress deliveryProgress(StreamConnection connection) {
    return new DeliveryProgress(connection);
  }

  @Bean
  PortalCarrier portalCarrier() {
    return new PortalCarrier();
  }

  @Bean
  DeliveryPorts deliveryPorts(
      DeliveryLog log,
      DeliveryWriter writer,
      Deliveries deliveries,
      Decisions decisions,
      StixVersions versions,
      JournalReader journal,
      JournalProgress projected,
      DeliveryProgress read,
      Memberships memberships,
      Supplier<NodeNamespace> namespace,
      InstantSource clock) {
    return new DeliveryPorts(
        log,
        writer,
        deliveries,
        decisions,
        versions,
        journal,
        projected,
        read,
        memberships,
        namespace,
        clock);
  }

  @Bean(destroyMethod = "close")
  DeliveryWork deliveryWork(
      StreamConnection connection,
      DeliveryPorts ports,
      Subscribers subscribers,
      List<Carrier> carriers,
      MeterRegistry registry) {
    return new DeliveryWork(connection, ports, subscribers, carriers, registry);
  }
}
