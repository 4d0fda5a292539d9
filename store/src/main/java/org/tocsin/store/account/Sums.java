package org.tocsin.store.account;

import java.util.List;
import java.util.Map;
import org.tocsin.model.account.Account;

/**
 * Outcomes added up.
 *
 * @param collected the framer's count of their records
 */
record Sums(long collected, long observed, long duplicate, long suppressed, long rejected) {
  static final Sums NONE = new Sums(0, 0, 0, 0, 0);

  /** The properties of an outcome that are added up. */
  static final List<String> FIELDS =
      List.of("collected", "observed", "duplicate", "suppressed", "rejected");

  static Sums of(Map<String, Long> sums) {
    return new Sums(
        sums.getOrDefault("collected", 0L),
        sums.getOrDefault("observed", 0L),
        sums.getOrDefault("duplicate", 0L),
        sums.getOrDefault("suppressed", 0L),
        sums.getOrDefault("rejected", 0L));
  }

  /** The equation with those two terms, which are counted elsewhere. */
  Account account(long collectedByFramer, long pending) {
    return new Account(collectedByFramer, observed, duplicate, suppressed, rejected, pending);
  }
}
