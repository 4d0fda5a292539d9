package org.tocsin.model.pattern;

import java.util.List;

/** A pattern as it is searched for in certain observations. */
sealed interface Plan {
  /**
   * So many observations of these; one that was made several times counts as often.
   *
   * @param candidates numbers of observations, ascending
   */
  record Take(List<Integer> candidates, int times) implements Plan {}

  /** All of them. */
  record All(List<Plan> parts) implements Plan {}

  /** Any of them. */
  record Any(List<Plan> parts) implements Plan {}

  /** All of them, one after the other. */
  record Followed(List<Plan> parts) implements Plan {}

  /** All within a span of time. */
  record Within(Plan what, long micros) implements Plan {}

  /** All between two times, both included. */
  record Between(Plan what, long from, long until) implements Plan {}

  /** So many times. */
  record Repeated(Plan what, int times) implements Plan {}
}
