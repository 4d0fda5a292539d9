package org.tocsin.model.report;

import java.util.List;

/**
 * All that a normaliser made of one raw record: each record is in exactly one of the three lists. A
 * record that says several things, such as an advisory, is accepted with several facts, one after
 * the other, all of its position.
 *
 * @param accepted what was understood
 * @param rejects what was not
 * @param suppressed what a rule keeps out
 */
public record Normalised(
    List<Accepted> accepted, List<Reject> rejects, List<Suppressed> suppressed) {
  public Normalised {
    accepted = List.copyOf(accepted);
    rejects = List.copyOf(rejects);
    suppressed = List.copyOf(suppressed);
  }

  /** What a normaliser made that keeps nothing out. */
  public Normalised(List<Accepted> accepted, List<Reject> rejects) {
    this(accepted, rejects, List.of());
  }
}
