package org.tocsin.triage.normalise;

import io.micrometer.core.instrument.MeterRegistry;
import org.tocsin.model.account.Outcome;

/**
 * Counts records by what became of them: {@code tocsin.triage.records{result, provider}}. A batch
 * that is taken again after a crash counts again, so these tell of work done; what is true of the
 * data is the account.
 *
 * <p>Within one reading: {@code observed + duplicate + suppressed + rejected = collected}, where
 * {@code collected} is the framer's count of the same raw records.
 */
final class TriageMeters {
  private final MeterRegistry registry;

  TriageMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Outcome outcome) {
    count(outcome, "collected", outcome.collected());
    count(outcome, "observed", outcome.observed());
    count(outcome, "duplicate", outcome.duplicate());
    count(outcome, "suppressed", outcome.suppressed());
    count(outcome, "rejected", outcome.rejected());
  }

  private void count(Outcome outcome, String result, int records) {
    registry
        .counter("tocsin.triage.records", "result", result, "provider", outcome.origin().provider())
        .increment(records);
  }
}
