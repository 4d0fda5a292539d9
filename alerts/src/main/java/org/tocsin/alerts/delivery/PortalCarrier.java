package org.tocsin.alerts.delivery;

import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.subscription.Subscription;

/** The console: what is for somebody's page is there for them as soon as it is visible. */
final class PortalCarrier implements Carrier {
  @Override
  public DeliveryChannel channel() {
    return DeliveryChannel.PORTAL;
  }

  /** Nothing is sent anywhere, so nobody waits for anybody else. */
  @Override
  public String place(Subscription subscription) {
    return "portal " + subscription.id();
  }

  @Override
  public Attempt carry(Parcel parcel) {
    return new Attempt.Taken();
  }
}
