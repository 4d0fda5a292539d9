package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.delivery.DeliveryState;
import org.tocsin.store.KeptDelivery;

/**
 * The open deliveries of the partitions this process owns, as far as it knows. What it wrote itself
 * it knows before it has read it back; what it ended stays until then, so that reading an older
 * event of it does not open it again. Thread-safe.
 */
final class OpenDeliveries {
  /** A try whose end nobody wrote down may still be under way in another process for that long. */
  private final Duration grace;

  private final Map<UUID, KeptDelivery> known = new HashMap<>();
  private final Map<Beside, Set<UUID>> beside = new HashMap<>();
  private final Set<UUID> underWay = new HashSet<>();
  private final Map<UUID, Instant> held = new HashMap<>();

  /** Of one warning for one subscription. */
  private record Beside(UUID warning, UUID subscription) {
    static Beside of(DeliveryItem item) {
      return new Beside(item.warning(), item.subscription());
    }
  }

  OpenDeliveries(Duration grace) {
    this.grace = grace;
  }

  /** Takes what was read from the ledger, unless more is known of it. */
  synchronized void learn(Collection<KeptDelivery> read) {
    for (KeptDelivery kept : read) {
      KeptDelivery before = known.get(kept.delivery().id());
      if (before == null || before.offset() <= kept.offset()) {
        if (kept.delivery().state().isOpen()) {
          put(kept);
        } else {
          forget(kept.delivery().id());
        }
      }
    }
  }

  /** Takes what this process wrote into the ledger. */
  synchronized void wrote(DeliveryEntry entry) {
    KeptDelivery before = known.get(entry.event().delivery());
    if (before != null && before.offset() < entry.offset()) {
      put(
          new KeptDelivery(
              before.delivery().after(entry.event()), entry.partition(), entry.offset()));
    }
  }

  /** Forgets a partition: it is another process's, or is read anew. */
  synchronized void forgetPartition(int partition) {
    List.copyOf(known.values()).stream()
        .filter(kept -> kept.partition() == partition)
        .forEach(kept -> forget(kept.delivery().id()));
  }

  synchronized @Nullable Delivery find(UUID id) {
    KeptDelivery kept = known.get(id);
    return kept == null ? null : kept.delivery();
  }

  /** How many are open. */
  synchronized long size() {
    return known.values().stream().filter(kept -> kept.delivery().state().isOpen()).count();
  }

  /** Those that may be tried now, the longest due first. */
  synchronized List<Delivery> due(Instant now) {
    return known.values().stream()
        .map(KeptDelivery::delivery)
        .filter(delivery -> isDue(delivery, now))
        .sorted(Comparator.comparing(this::dueAt).thenComparing(one -> one.item().released()))
        .toList();
  }

  private boolean isDue(Delivery delivery, Instant now) {
    return delivery.state().isOpen()
        && !dueAt(delivery).isAfter(now)
        && !held.getOrDefault(delivery.id(), Instant.MIN).isAfter(now)
        && isFree(delivery);
  }

  /** One thing at a time of a warning for a subscription, so that nothing overtakes its recall. */
  private boolean isFree(Delivery delivery) {
    return !underWay.contains(delivery.id())
        && others(delivery).stream().noneMatch(other -> underWay.contains(other.id()));
  }

  private Instant dueAt(Delivery delivery) {
    Instant due = delivery.due();
    if (delivery.state() == DeliveryState.SENT) {
      return delivery.changedAt().plus(grace);
    }
    return due == null ? delivery.queuedAt() : due;
  }

  /** The others of the same warning for the same subscription. */
  synchronized List<Delivery> others(Delivery delivery) {
    List<Delivery> others = new ArrayList<>();
    for (UUID id : beside.getOrDefault(Beside.of(delivery.item()), Set.of())) {
      KeptDelivery kept = known.get(id);
      if (kept != null && !id.equals(delivery.id())) {
        others.add(kept.delivery());
      }
    }
    return others;
  }

  /** Begins to work on one; false where somebody does, or it is not to be worked on any more. */
  synchronized boolean begin(Delivery delivery) {
    KeptDelivery kept = known.get(delivery.id());
    return kept != null
        && kept.delivery().equals(delivery)
        && isFree(delivery)
        && underWay.add(delivery.id());
  }

  /** Leaves one alone until then. */
  synchronized void hold(UUID id, Instant until) {
    held.put(id, until);
  }

  synchronized void end(UUID id) {
    underWay.remove(id);
  }

  private void put(KeptDelivery kept) {
    Delivery delivery = kept.delivery();
    known.put(delivery.id(), kept);
    beside.computeIfAbsent(Beside.of(delivery.item()), any -> new HashSet<>()).add(delivery.id());
  }

  private void forget(UUID id) {
    held.remove(id);
    KeptDelivery kept = known.remove(id);
    if (kept != null) {
      Beside key = Beside.of(kept.delivery().item());
      beside.computeIfPresent(
          key,
          (same, some) -> {
            some.remove(id);
            return some.isEmpty() ? null : some;
          });
    }
  }
}
