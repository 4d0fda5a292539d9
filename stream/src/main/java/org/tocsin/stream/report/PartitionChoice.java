package org.tocsin.stream.report;

import java.util.UUID;

/** Which partition of its lane a raw record goes to. */
final class PartitionChoice {
  private PartitionChoice() {}

  /**
   * Follows from the slot alone, so a retry lands where the first try did, and deals the raw
   * records of one submission out over all partitions in turn.
   */
  static int of(UUID receipt, int number, int partitions) {
    return Math.floorMod((long) receipt.hashCode() + number, partitions);
  }
}
