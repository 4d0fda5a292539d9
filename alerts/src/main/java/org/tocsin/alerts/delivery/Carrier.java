package org.tocsin.alerts.delivery;

import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.subscription.Subscription;

/** Carries parcels by one channel. Thread-safe. */
public interface Carrier {
  /** Which channel. */
  DeliveryChannel channel();

  /** By which exit what is for that subscription leaves the node. */
  default Exit exit(Subscription subscription) {
    return channel().exit();
  }

  /** The machine it goes to: not too much goes to one at the same time. */
  String place(Subscription subscription);

  /** Tries once; whoever is tried again gets the same under the same key. */
  Attempt carry(Parcel parcel);
}
