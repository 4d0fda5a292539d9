package org.tocsin.stream.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.tocsin.model.report.Lane;

/**
 * Counts what goes into the lanes. Every append ends as one of {@code appended} or {@code
 * failures}: their sum is the number of calls. A failed append may be in the log all the same (the
 * answer got lost), so the log may hold more than {@code appended}, never less.
 */
final class AppendMeters {
  private record OfLane(Counter appended, Counter bytes, Counter failures) {}

  private final OfLane interactive;
  private final OfLane bulk;

  AppendMeters(MeterRegistry registry) {
    interactive = ofLane(registry, Lane.INTERACTIVE);
    bulk = ofLane(registry, Lane.BULK);
  }

  /** Counts how an append ends, whether it throws or answers later. */
  <T> CompletableFuture<T> counting(Lane lane, int bytes, Supplier<CompletableFuture<T>> append) {
    OfLane meters = lane == Lane.INTERACTIVE ? interactive : bulk;
    CompletableFuture<T> answer;
    try {
      answer = append.get();
    } catch (RuntimeException e) {
      meters.failures.increment();
      throw e;
    }
    CompletableFuture<T> _ =
        answer.whenComplete((done, failure) -> {
          if (failure == null) {
            meters.appended.increment();
            meters.bytes.increment(bytes);
          } else {
            meters.failures.increment();
          }
        });
    return answer;
  }

  private static OfLane ofLane(MeterRegistry registry, Lane lane) {
    return new OfLane(
        counter(registry, lane, "appended", "raw records all in-sync replicas have"),
        counter(registry, lane, "appended.bytes", "bytes of those, uncompressed"),
        counter(registry, lane, "append.failures", "raw records not acknowledged in time"));
  }

  private static Counter counter(MeterRegistry registry, Lane lane, String name, String about) {
    return Counter.builder("tocsin.stream." + name)
        .description(about)
        .tag("lane", lane.key())
        .register(registry);
  }
}
