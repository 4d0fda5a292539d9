package org.tocsin.store.subscription;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.Subscriptions;
import org.tocsin.store.decision.Followed;

/**
 * What people and machines want to hear of, in memory and at most a second behind the store. While
 * the store does not answer, it stays as it was. Only what changed is read again. Thread-safe.
 */
public final class KnownSubscriptions {
  /** Searches may see a change before an earlier one, which is looked for so far back. */
  private static final long LOOK_BACK = 2_000;

  private final Subscriptions subscriptions;
  private final Followed<Known> followed;

  /** What was read so far; only whoever looks touches it, one at a time. */
  private final Map<UUID, Long> versions = new HashMap<>();

  private final Map<UUID, Subscription> read = new HashMap<>();
  private long last = -1;

  private record Known(List<Subscription> all, Map<UUID, Subscription> byId) {}

  /** What is known of those; they are asked for when somebody first wants to know. */
  public KnownSubscriptions(Subscriptions subscriptions, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.followed =
        new Followed<>("subscriptions", subscriptions::edition, this::readChanges, clock);
  }

  /**
   * All there are, but for removed ones; the same object until something changes.
   *
   * @throws StoreUnavailableException when they were never read and cannot be now
   */
  public List<Subscription> now() {
    return followed.now().all();
  }

  /**
   * The one of that id; empty where there is none, or it was removed.
   *
   * @throws StoreUnavailableException when they were never read and cannot be now
   */
  public Optional<Subscription> find(UUID id) {
    return Optional.ofNullable(followed.now().byId().get(id));
  }

  private Known readChanges() {
    take(Math.max(last - LOOK_BACK, 0));
    if (edition() != subscriptions.edition()) {
      versions.clear();
      read.clear();
      take(0);
    }
    return new Known(List.copyOf(read.values()), Map.copyOf(read));
  }

  private void take(long since) {
    for (Subscriptions.Changed one : subscriptions.changedSince(since)) {
      Subscription subscription = one.subscription();
      versions.put(subscription.id(), one.version());
      last = Math.max(last, one.offset());
      if (subscription.removed()) {
        read.remove(subscription.id());
      } else {
        read.put(subscription.id(), subscription);
      }
    }
  }

  /** As the store counts it: the sum of all versions. */
  private long edition() {
    return versions.values().stream().mapToLong(Long::longValue).sum();
  }
}
