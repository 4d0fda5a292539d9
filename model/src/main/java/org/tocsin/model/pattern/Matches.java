package org.tocsin.model.pattern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a pattern was found.
 *
 * @param found the matches, none of which shares an observation with another one
 * @param complete false where finding out whether there are more would have taken too much work
 */
public record Matches(List<Match> found, boolean complete) {
  /** Keeps what is given. */
  public Matches {
    found = List.copyOf(found);
  }

  /**
   * Observations that fulfil the pattern together.
   *
   * @param observations each once, by time
   * @param times how often: observations that were made several times may do so several times
   */
  public record Match(List<Observed> observations, int times) {
    /** Keeps what is given. */
    public Match {
      observations = List.copyOf(observations);
    }
  }

  /** All observations that take part in any match. */
  public Set<Observed> observations() {
    Set<Observed> all = new LinkedHashSet<>();
    found.forEach(match -> all.addAll(match.observations()));
    return all;
  }

  /** How often the pattern was found altogether. */
  public long times() {
    return found.stream().mapToLong(Match::times).sum();
  }
}
