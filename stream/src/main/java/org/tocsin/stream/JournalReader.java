package org.tocsin.stream;

import java.time.Instant;

/**
 * Says how far the journal has been decided on, and whether it is what was written. Thread-safe.
 */
public interface JournalReader {
  /**
   * Up to when everything that came of the journal is visible; never moves backwards.
   *
   * @throws StreamUnavailableException when Kafka does not answer
   */
  Instant horizon();

  /**
   * Reads the whole journal from Kafka, links its hash chain anew and holds every seal against it.
   *
   * @throws StreamUnavailableException when Kafka does not answer
   */
  JournalProof verify();
}
