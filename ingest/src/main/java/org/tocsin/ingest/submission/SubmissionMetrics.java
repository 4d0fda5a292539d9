package org.tocsin.ingest.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.model.report.Origin;

/**
 * Counts submissions, each attempt once: {@code opened = sealed + aborted + open}, summed over the
 * providers, whenever nothing is being counted just then. Records and bytes are those of sealed
 * submissions. A submission repeated under its Idempotency-Key with nothing to write is {@code
 * repeated} and none of the others; one whose slots are filled again is opened again, so a receipt
 * may be in these figures more than once. What is {@code refused} at the first look into its bytes
 * was never opened. The account of a receipt is kept elsewhere and is exact. Thread-safe.
 */
public final class SubmissionMetrics {
  private final MeterRegistry registry;
  private final AtomicInteger open = new AtomicInteger();

  /** Counts into that registry. */
  public SubmissionMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("tocsin.submissions.open", open, AtomicInteger::get)
        .description("Submissions opened and neither sealed nor aborted yet")
        .register(registry);
  }

  void opened(Origin origin) {
    open.incrementAndGet();
    counter("tocsin.submissions.opened", "Submissions begun", origin).increment();
  }

  void sealed(Receipt receipt) {
    Origin origin = receipt.origin();
    open.decrementAndGet();
    counter("tocsin.submissions.sealed", "Submissions kept to their last byte", origin).increment();
    counter("tocsin.records.collected", "Records counted in sealed submissions", origin)
        .increment(receipt.records());
    counter("tocsin.bytes.collected", "Bytes of sealed submissions, unpacked", origin)
        .increment(receipt.bytes());
  }

  void aborted(Origin origin) {
    open.decrementAndGet();
    counter("tocsin.submissions.aborted", "Submissions that broke off", origin).increment();
  }

  void repeated(Origin origin) {
    counter("tocsin.submissions.repeated", "Submissions that were kept before", origin).increment();
  }

  void refused(Origin origin, Refusal why) {
    Counter.builder("tocsin.submissions.refused")
        .description("Submissions refused, or broken off, at the first look into their bytes")
        .tag("provider", origin.provider())
        .tag("reason", why.key())
        .register(registry)
        .increment();
  }

  private Counter counter(String name, String description, Origin origin) {
    return Counter.builder(name)
        .description(description)
        .tag("provider", origin.provider())
        .register(registry);
  }
}
