package org.tocsin.store.index;

import java.time.Instant;
import java.util.Set;

/**
 * Where documents go at one moment.
 *
 * @param names how indices are called
 * @param generation the generation that is written to
 * @param window the months that should have an index
 * @param indices the indices the generation has
 */
public record Layout(Names names, int generation, Window window, Set<String> indices) {
  public Layout {
    indices = Set.copyOf(indices);
  }

  /**
   * The part of observations that what happened then belongs in: its month, as long as that month's
   * index is there and the month is not in the future; otherwise {@link Names#UNDATED}.
   */
  public String partOf(Instant observedAt) {
    String month = Window.monthOf(observedAt);
    return !window.isFuture(month) && indices.contains(observations(month)) ? month : Names.UNDATED;
  }

  /** The index of observations of that part. */
  public String observations(String part) {
    return names.observations(generation, part);
  }

  /** All indices of observations. */
  public String allObservations() {
    return names.observations(generation, "*");
  }

  /** The index of a view that has only one. */
  public String index(View view) {
    return names.index(view, generation);
  }
}
