package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryConsumer;
import org.tocsin.stream.journal.JournalConsumer;

/**
 * All of delivering that a process does: it announces what the journal released, and carries the
 * deliveries of the partitions it owns.
 */
public final class DeliveryWork implements AutoCloseable {
  private static final String ANNOUNCER = "announcer";

  /** So long a try may be under way in a process that is gone. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final JournalConsumer journal;
  private final DeliveryConsumer ledger;
  private final Ledger kept;
  private final Courier courier;

  /** Work that does not run yet. */
  public DeliveryWork(
      StreamConnection connection,
      DeliveryPorts ports,
      Subscribers subscribers,
      Collection<Carrier> carriers,
      MeterRegistry registry) {
    Carriers known = new Carriers(carriers);
    kept = new Ledger(ports.log(), ports.writer(), ports.deliveries(), GRACE, ports.clock());
    Tries tries =
        new Tries(
            kept,
            new Contents(ports.versions(), ports.journal()),
            known,
            ports.memberships(),
            ports.namespace(),
            new SecureRandom(),
            new DeliveryMeters(registry));
    ledger = new DeliveryConsumer(connection, this::take);
    courier = new Courier(kept, ledger::tenures, subscribers, known, tries);
    journal = new JournalConsumer(connection, ANNOUNCER, new Announcer(ports, subscribers, known));
    Gauge.builder("tocsin.delivery.open", kept.open(), OpenDeliveries::size)
        .description("deliveries this process owns that are not over")
        .register(registry);
  }

  private void take(List<DeliveryEntry> entries) {
    kept.take(entries);
    courier.stir();
  }

  /** Starts to work; once only, when topics and indices are there. */
  public void start() {
    ledger.start();
    courier.start();
    journal.start();
  }

  /** Whether every part of it still works. */
  public boolean isRunning() {
    return journal.isRunning() && ledger.isRunning() && courier.isRunning();
  }

  @Override
  public void close() {
    journal.close();
    courier.close();
    ledger.close();
  }
}
