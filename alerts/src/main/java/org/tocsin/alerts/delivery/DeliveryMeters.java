package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEvent;

/**
 * Counts what became of deliveries in this process: {@code tocsin.delivery.events} by channel and
 * event, such as {@code delivered}; {@code tocsin.delivery.try} is how long tries take by channel.
 */
final class DeliveryMeters {
  private final MeterRegistry registry;

  DeliveryMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Delivery delivery, DeliveryEvent event) {
    registry
        .counter(
            "tocsin.delivery.events",
            "channel",
            delivery.item().channel().key(),
            "event",
            event.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
  }

  <T> T time(DeliveryChannel channel, Supplier<T> work) {
    return Timer.builder("tocsin.delivery.try")
        .description("how long tries of deliveries take")
        .tag("channel", channel.key())
        .register(registry)
        .record(work);
  }
}
