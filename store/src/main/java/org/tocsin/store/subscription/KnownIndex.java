package org.tocsin.store.subscription;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionIndex;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.directory.DirectoryEntries;
import org.tocsin.store.directory.KnownDirectory;

/**
 * Finds who wants to hear of something, as subscriptions and directory are known now. Built anew
 * when one of both has changed. Thread-safe.
 */
public final class KnownIndex {
  private final KnownSubscriptions subscriptions;
  private final KnownDirectory directory;
  private final ReentrantLock building = new ReentrantLock();
  private volatile @Nullable Built built;

  private record Built(
      List<Subscription> subscriptions, DirectoryEntries directory, SubscriptionIndex index) {}

  /** Over those. */
  public KnownIndex(KnownSubscriptions subscriptions, KnownDirectory directory) {
    this.subscriptions = subscriptions;
    this.directory = directory;
  }

  /**
   * The index as of now.
   *
   * @throws StoreUnavailableException when subscriptions or directory were never read and cannot be
   *     now
   */
  public SubscriptionIndex now() {
    building.lock();
    try {
      List<Subscription> all = subscriptions.now();
      DirectoryEntries entries = directory.now();
      Built known = built;
      if (known == null || known.subscriptions() != all || known.directory() != entries) {
        known = new Built(all, entries, new SubscriptionIndex(all, entries::membership));
        built = known;
      }
      return known.index();
    } finally {
      building.unlock();
    }
  }
}
