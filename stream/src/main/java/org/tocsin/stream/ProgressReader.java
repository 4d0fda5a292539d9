package org.tocsin.stream;

import org.tocsin.model.account.Progresses;

/** Says how far triage has come, whichever process does the triage. Thread-safe. */
public interface ProgressReader {
  /**
   * The progress of all partitions of both lanes, at most a quarter of a second old. Watermarks
   * never move backwards.
   *
   * @throws StreamUnavailableException when Kafka does not answer
   */
  Progresses current();
}
