package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.subscription.Matchable;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionIndex;
import org.tocsin.model.warning.Warning;
import org.tocsin.store.Subscriptions;
import org.tocsin.store.subscription.KnownSubscriptions;

/** Those the store knows of. Releases are few, so each one looks at the directory anew. */
public final class KnownSubscribers implements Subscribers {
  private final KnownSubscriptions known;
  private final KnownSubscriptions fresh;
  private final Memberships memberships;

  /** Those of that store. */
  public KnownSubscribers(
      Subscriptions subscriptions, KnownSubscriptions known, Memberships memberships) {
    this.known = known;
    this.fresh = new KnownSubscriptions(subscriptions, new Hurrying());
    this.memberships = memberships;
  }

  @Override
  public Collection<Subscription> wanting(Warning warning) {
    Collection<Subscription> all = fresh.now();
    return warning
        .published()
        .map(version ->
            new SubscriptionIndex(all, memberships).match(Matchable.of(version.content())))
        .orElse(List.of());
  }

  @Override
  public Optional<Subscription> find(UUID id) {
    return known.find(id);
  }

  /** A clock by which whoever looks at it has not looked for long. */
  private static final class Hurrying implements InstantSource {
    private Instant now = Instant.EPOCH;

    @Override
    public synchronized Instant instant() {
      now = now.plus(Duration.ofMinutes(1));
      return now;
    }
  }
}
