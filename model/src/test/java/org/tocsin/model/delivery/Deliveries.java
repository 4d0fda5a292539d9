package org.tocsin.model.delivery;

import java.time.Instant;
import java.util.UUID;

/** Deliveries of tests. */
final class Deliveries {
  static final Instant START = Instant.parse("2026-11-28T05:00:00Z");
  static final UUID ID = UUID.fromString("6f1c1c1e-8f5d-5b5e-9a53-1f0e6a3b7c11");

  private Deliveries() {}

  static Instant after(long seconds) {
    return START.plusSeconds(seconds);
  }

  static DeliveryItem item(int version, boolean recall) {
    return new DeliveryItem(
        UUID.fromString("0b9d6a54-0000-4000-8000-000000000001"),
        "W-2026-000123",
        version,
        recall,
        START.plusSeconds(recall ? version + 1 : version),
        UUID.fromString("0b9d6a54-0000-4000-8000-000000000002"),
        "machine",
        "cert-fr",
        DeliveryChannel.WEBHOOK);
  }

  static Delivery queued() {
    return fold(new DeliveryEvent.Queued(ID, START, item(1, false), START));
  }

  static Delivery fold(DeliveryEvent... events) {
    return fold(null, events);
  }

  static Delivery fold(Delivery before, DeliveryEvent... events) {
    Delivery delivery = before;
    for (DeliveryEvent event : events) {
      delivery = Delivery.after(delivery, event).orElse(null);
    }
    return delivery;
  }
}
