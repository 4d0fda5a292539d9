package org.tocsin.stream.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what a loop has done with what it read. {@code consumed}, {@code ticks} and {@code
 * malformed} are counted when their batch was committed: over all processes their sum is how far
 * the committed offsets have moved. {@code redelivered} counts tries after the first, whether they
 * succeed or not; the gauge {@code retrying} is 1 from a batch's second try until it is settled.
 */
final class LoopMeters {
  private final Counter consumed;
  private final Counter ticks;
  private final Counter malformed;
  private final Counter redelivered;
  private final AtomicInteger retrying;

  LoopMeters(MeterRegistry registry, String group) {
    consumed = counter(registry, group, "consumed", "entries a step took");
    ticks = counter(registry, group, "ticks", "ticks that were read");
    malformed = counter(registry, group, "malformed", "entries skipped because unreadable");
    redelivered = counter(registry, group, "redelivered", "batches given to a step once more");
    retrying = new AtomicInteger();
    registry.gauge("tocsin.stream.retrying", Tags.of("group", group), retrying);
  }

  void committed(PartitionBatch<?> batch) {
    consumed.increment(batch.items().size());
    ticks.increment(batch.ticks());
    malformed.increment(batch.malformed());
  }

  void redelivering() {
    redelivered.increment();
    retrying.set(1);
  }

  void settled() {
    retrying.set(0);
  }

  private static Counter counter(MeterRegistry registry, String group, String name, String about) {
    return Counter.builder("tocsin.stream." + name)
        .description(about)
        .tag("group", group)
        .register(registry);
  }
}
