package org.tocsin.stream;

import java.util.Collection;
import org.tocsin.model.incident.Touched;

/**
 * Says of which incidents something was observed, to whoever opens and counts them. Thread-safe.
 */
@FunctionalInterface
public interface ObservedLog {
  /** Tells nobody. */
  ObservedLog NOBODY = incidents -> {};

  /**
   * Appends one record for each, and returns once all in-sync replicas have them.
   *
   * @throws StreamUnavailableException when that does not happen in time; giving them again does no
   *     harm
   */
  void append(Collection<Touched> incidents);
}
