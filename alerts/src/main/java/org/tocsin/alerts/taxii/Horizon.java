package org.tocsin.alerts.taxii;

import java.time.Instant;

/**
 * Up to where something is served: whatever is below is visible, and nothing is ever added there.
 * While Kafka is away it stays where it was last known. Thread-safe.
 */
interface Horizon {
  /**
   * Where it is now.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer and never did
   */
  Instant now();

  /**
   * Where it is once everything is visible that was finished when this was asked; waits a little
   * for that where it can be known.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer and never did
   */
  default Instant settled() {
    return now();
  }
}
