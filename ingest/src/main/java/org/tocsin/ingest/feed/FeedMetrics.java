package org.tocsin.ingest.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of each feed that is switched on: {@code tocsin.feed.lag} seconds behind its
 * schedule, {@code tocsin.feed.failures} in a row, {@code tocsin.feed.paused} 0 or 1, and {@code
 * tocsin.feed.records} taken ever.
 */
final class FeedMetrics {
  private FeedMetrics() {}

  static void bind(FeedCollectors collectors, MeterRegistry registry, InstantSource clock) {
    for (FeedStanding known : collectors.standings()) {
      if (known.feed().enabled()) {
        String name = known.feed().name();
        Tags tags = Tags.of("feed", name);
        ToDoubleFunction<FeedCollectors> lag =
            all -> now(all, name).lag(clock.instant()).toSeconds();
        Gauge.builder("tocsin.feed.lag", collectors, lag)
            .tags(tags)
            .baseUnit("seconds")
            .register(registry);
        Gauge.builder("tocsin.feed.failures", collectors, all -> now(all, name).failures())
            .tags(tags)
            .register(registry);
        Gauge.builder(
                "tocsin.feed.paused",
                collectors,
                all -> now(all, name).state() == FeedState.PAUSED ? 1 : 0)
            .tags(tags)
            .register(registry);
        FunctionCounter.builder(
                "tocsin.feed.records", collectors, all -> now(all, name).memory().records())
            .tags(tags)
            .register(registry);
      }
    }
  }

  private static FeedStanding now(FeedCollectors collectors, String name) {
    return collectors.standing(name).orElseThrow();
  }
}
