package org.tocsin.ingest.submission;

import java.time.Duration;
import java.util.Optional;

/** Says whether triage keeps up. Thread-safe. */
@FunctionalInterface
public interface Backpressure {
  /** Nothing ever waits. */
  Backpressure NONE = Optional::empty;

  /** How long bulk should wait before it is offered again; empty when it is welcome now. */
  Optional<Duration> bulkWait();
}
