package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Subscription;

/** The carriers there are. A channel without one is not given up: there may be one tomorrow. */
final class Carriers {
  private final Map<DeliveryChannel, Carrier> carriers = new EnumMap<>(DeliveryChannel.class);

  Carriers(Collection<Carrier> carriers) {
    carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
  }

  static DeliveryChannel channel(Subscription subscription) {
    return switch (subscription.channel()) {
      case Channel.Webhook _ -> DeliveryChannel.WEBHOOK;
      case Channel.Mail _ -> DeliveryChannel.MAIL;
      case Channel.Portal _ -> DeliveryChannel.PORTAL;
    };
  }

  Exit exit(Subscription subscription) {
    Carrier carrier = of(subscription);
    return carrier == null ? channel(subscription).exit() : carrier.exit(subscription);
  }

  String place(Subscription subscription) {
    Carrier carrier = of(subscription);
    return carrier == null ? "" : carrier.place(subscription);
  }

  Attempt carry(Parcel parcel) {
    Carrier carrier = of(parcel.subscription());
    return carrier == null
        ? new Attempt.Later("This node has no such channel just now.", Duration.ZERO)
        : carrier.carry(parcel);
  }

  private @Nullable Carrier of(Subscription subscription) {
    return carriers.get(channel(subscription));
  }
}
