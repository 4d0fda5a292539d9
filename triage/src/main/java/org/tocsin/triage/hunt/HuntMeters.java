package org.tocsin.triage.hunt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What became of versions of indicators: {@code found} + {@code nothing} + {@code not-hunted} = all
 * that were taken; those an interruption made be taken again count again.
 */
final class HuntMeters {
  /** What became of one. */
  enum Result {
    /** A sighting was made. */
    FOUND,
    /** Nothing had been observed of it. */
    NOTHING,
    /** Its pattern cannot be hunted. */
    NOT_HUNTED
  }

  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);
  private final Counter cut;

  HuntMeters(MeterRegistry registry) {
    for (Result result : Result.values()) {
      counters.put(
          result,
          Counter.builder("tocsin.hunt.indicators")
              .description("versions of indicators that were looked for in what was observed")
              .tag("result", result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .register(registry));
    }
    cut =
        Counter.builder("tocsin.hunt.cut")
            .description("hunts that had to stop before everything was looked at")
            .register(registry);
  }

  void count(Result result) {
    var counter = counters.get(result);
    if (counter != null) {
      counter.increment();
    }
  }

  void cut() {
    cut.increment();
  }
}
