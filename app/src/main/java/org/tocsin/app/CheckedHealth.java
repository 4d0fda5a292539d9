package org.tocsin.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of a part that can say for itself what is wrong.
 *
 * @param check a sentence for operators, empty where all is well
 */
record CheckedHealth(Supplier<Optional<String>> check) implements HealthIndicator {
  @Override
  public Health health() {
    return check
        .get()
        .map(reason -> Health.down().withDetail("reason", reason).build())
        .orElseGet(() -> Health.up().build());
  }
}
