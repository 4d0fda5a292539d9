package org.tocsin.model.report;

import java.util.List;

/**
 * All that a normaliser made of one raw record: each record is in exactly one of the two lists.
 *
 * @param accepted what was understood
 * @param rejects what was not
 */
public record Normalised(List<Accepted> accepted, List<Reject> rejects) {
  public Normalised {
    accepted = List.copyOf(accepted);
    rejects = List.copyOf(rejects);
  }
}
