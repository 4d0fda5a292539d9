package org.tocsin.alerts.delivery;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.warning.Warning;

/** Who wants to hear of what. Says nothing about what they may see. Thread-safe. */
public interface Subscribers {
  /**
   * Those who want to hear of what is published of a warning. Whatever was visible to searches
   * before the call is taken into account.
   *
   * @throws org.tocsin.store.StoreUnavailableException when there is no answer
   */
  Collection<Subscription> wanting(Warning warning);

  /**
   * A subscription as it is now; empty where there is none, or not any more.
   *
   * @throws org.tocsin.store.StoreUnavailableException when there is no answer
   */
  Optional<Subscription> find(UUID id);
}
