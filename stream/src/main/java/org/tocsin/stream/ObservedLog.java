package org.tocsin.stream;

import java.util.Collection;
import org.tocsin.model.incident.Opening;

/** Says which episodes were observed, to whoever makes incidents of them. Thread-safe. */
@FunctionalInterface
public interface ObservedLog {
  /** Tells nobody. */
  ObservedLog NOBODY = openings -> {};

  /**
   * Appends one record for each, and returns once all in-sync replicas have them.
   *
   * @param openings the episodes, each with the strictest level among what was just observed of it
   * @throws StreamUnavailableException when that does not happen in time; giving them again does no
   *     harm
   */
  void append(Collection<Opening> openings);
}
