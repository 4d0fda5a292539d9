package org.tocsin.ingest.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of each feed that is switched on: {@code tocsin.feed.lag} seconds behind its
 * schedule, {@code tocsin.feed.failures} in a row, {@code tocsin.feed.paused} 0 or 1, and {@code
 * tocsin.feed.records} taken ever. All are 0 of a feed that was switched off since.
 */
final class FeedMetrics {
  private final FeedCollectors collectors;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Set<String> measured = new HashSet<>();

  private FeedMetrics(FeedCollectors collectors, MeterRegistry registry, InstantSource clock) {
    this.collectors = collectors;
    this.registry = registry;
    this.clock = clock;
  }

  /** Measures every feed from its collector's beginning on; to be called before the start. */
  static void bind(FeedCollectors collectors, MeterRegistry registry, InstantSource clock) {
    collectors.onBegin(new FeedMetrics(collectors, registry, clock)::measure);
  }

  private void measure(String name) {
    if (!measured.add(name)) {
      return;
    }
    gauge("tocsin.feed.lag", name, feed -> feed.lag(clock.instant()).toSeconds());
    gauge("tocsin.feed.failures", name, FeedStanding::failures);
    gauge("tocsin.feed.paused", name, feed -> feed.state() == FeedState.PAUSED ? 1 : 0);
    FunctionCounter.builder(
            "tocsin.feed.records", collectors, of(name, feed -> feed.memory().records()))
        .tags(Tags.of("feed", name))
        .register(registry);
  }

  private void gauge(String meter, String feed, ToDoubleFunction<FeedStanding> value) {
    Gauge.builder(meter, collectors, of(feed, value))
        .tags(Tags.of("feed", feed))
        .baseUnit(meter.endsWith("lag") ? "seconds" : null)
        .register(registry);
  }

  private static ToDoubleFunction<FeedCollectors> of(
      String feed, ToDoubleFunction<FeedStanding> value) {
    return all -> all.standing(feed).map(value::applyAsDouble).orElse(0.0);
  }
}
