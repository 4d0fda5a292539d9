package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.delivery.DeliveryState;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.KeptDelivery;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.DeliveryLog.Posting;

/**
 * The ledger of deliveries as this process reads and writes it: what is read becomes the view
 * everybody searches, and what is open of the partitions it owns is in memory. Thread-safe.
 */
final class Ledger {
  private static final Set<DeliveryState> OPEN =
      Set.of(DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.FAILED);

  private final DeliveryLog log;
  private final DeliveryWriter writer;
  private final Deliveries deliveries;
  private final OpenDeliveries open;
  private final InstantSource clock;

  /** What is read and what is loaded must not overtake each other. */
  private final ReentrantLock reading = new ReentrantLock();

  private Map<Integer, Long> loaded = Map.of();

  Ledger(
      DeliveryLog log,
      DeliveryWriter writer,
      Deliveries deliveries,
      Duration grace,
      InstantSource clock) {
    this.log = log;
    this.writer = writer;
    this.deliveries = deliveries;
    this.open = new OpenDeliveries(grace);
    this.clock = clock;
  }

  OpenDeliveries open() {
    return open;
  }

  /** Takes what was read, makes it visible, and remembers what is open of it. */
  void take(List<DeliveryEntry> entries) {
    reading.lock();
    try {
      open.learn(writer.apply(entries).values());
    } finally {
      reading.unlock();
    }
    writer.makeVisible();
  }

  /** Writes down what happened, and knows it from then on. */
  void write(DeliveryItem item, DeliveryEvent event) {
    open.wrote(log.append(new Posting(item.subscription(), event)));
  }

  /**
   * Loads what is open of the partitions owned now, and forgets the others.
   *
   * @param tenures the partitions, each with a number that is another one after it was lost
   */
  void own(Map<Integer, Long> tenures) {
    Map<Integer, Long> now = new HashMap<>();
    for (Map.Entry<Integer, Long> before : loaded.entrySet()) {
      if (before.getValue().equals(tenures.get(before.getKey()))) {
        now.put(before.getKey(), before.getValue());
      } else {
        open.forgetPartition(before.getKey());
      }
    }
    loaded = now;
    for (Map.Entry<Integer, Long> owned : tenures.entrySet()) {
      if (!loaded.containsKey(owned.getKey())) {
        load(owned.getKey());
        loaded.put(owned.getKey(), owned.getValue());
      }
    }
  }

  private void load(int partition) {
    reading.lock();
    try {
      writer.makeVisible();
      DeliveryQuery query =
          new DeliveryQuery(null, null, OPEN, Set.of(partition), null, DeliveryQuery.MOST);
      List<UUID> ids = deliveries.all(query).stream().map(kept -> kept.delivery().id()).toList();
      open.learn(deliveries.now(ids).values());
    } finally {
      reading.unlock();
    }
  }

  /** Those deliveries as they are now, ended ones too. */
  Collection<KeptDelivery> now(Collection<UUID> ids) {
    return deliveries.now(ids).values();
  }

  Instant instant() {
    return clock.instant();
  }
}
