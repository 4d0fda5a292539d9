package org.tocsin.model.report;

import java.util.UUID;

/**
 * Where a record entered. Slots carry the account: each is filled once, however often it is read.
 *
 * @param receipt the submission
 * @param number the raw record within the submission, from 0
 * @param position the record within the raw record, from 0
 */
public record Slot(UUID receipt, int number, int position) {
  /** The id of the raw record the slot lies in, which is the id of that raw record's outcome. */
  public static String rawId(UUID receipt, int number) {
    return receipt + "-" + number;
  }

  /** Receipt, number and position with hyphens between: unique, and safe in a path. */
  @Override
  public String toString() {
    return rawId(receipt, number) + "-" + position;
  }
}
