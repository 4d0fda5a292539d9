package org.tocsin.triage.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.account.Account;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.stream.ProgressReader;

/**
 * Checks the loss equation of every receipt that something happened to, again and again, and rings
 * when one does not hold in two looks running (one look may fall between two writes).
 */
public final class AccountWatch {
  private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);

  /**
   * How far back each look goes beyond the one before: longer than any write takes to become
   * visible.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final ProgressReader progress;
  private final InstantSource clock;
  private final Map<UUID, Account> ringing = new ConcurrentHashMap<>();
  private Set<UUID> suspects = Set.of();
  private Instant since;

  /**
   * A watch that begins {@code lookBack} before now.
   *
   * @param registry gets {@code tocsin.account.unbalanced}, the number of receipts whose equation
   *     does not hold, and {@code tocsin.account.missing}, the sum of their differences without
   *     sign
   */
  public AccountWatch(
      Accounts accounts,
      ProgressReader progress,
      InstantSource clock,
      Duration lookBack,
      MeterRegistry registry) {
    this.accounts = accounts;
    this.progress = progress;
    this.clock = clock;
    this.since = clock.instant().minus(lookBack);
    Gauge.builder("tocsin.account.unbalanced", ringing, Map::size)
        .description("receipts whose records are not all accounted for")
        .register(registry);
    Gauge.builder("tocsin.account.missing", this, AccountWatch::missing)
        .description("records missing from, or counted too often in, those receipts")
        .register(registry);
  }

  /** Looks once; throws when store or stream do not answer, and may then be called again. */
  public synchronized void look() {
    Instant begun = clock.instant();
    List<ReceiptAccount> unbalanced = accounts.unbalanced(since, progress.current());
    Set<UUID> seen = new HashSet<>();
    for (ReceiptAccount receipt : unbalanced) {
      UUID id = receipt.submission().receipt();
      seen.add(id);
      if (suspects.contains(id)) {
        ring(id, receipt.account());
      }
    }
    ringing.keySet().removeIf(id -> isSettled(id, seen));
    suspects = seen;
    since = begun.minus(OVERLAP);
  }

  /** The receipts it rings for, with their accounts. */
  public Map<UUID, Account> ringing() {
    return Map.copyOf(ringing);
  }

  private void ring(UUID receipt, Account account) {
    if (!account.equals(ringing.put(receipt, account))) {
      LOG.error(
          "account of receipt {} does not balance: {} of {} records unaccounted for",
          receipt,
          account.difference(),
          account.collected());
    }
  }

  /** A receipt older than the look goes back stays until its own account is right. */
  private boolean isSettled(UUID receipt, Set<UUID> seen) {
    if (seen.contains(receipt)) {
      return false;
    }
    return accounts
        .submission(receipt)
        .map(submission -> accounts.of(submission, progress.current()).account().difference() == 0)
        .orElse(false);
  }

  private double missing() {
    return ringing.values().stream().mapToLong(account -> Math.abs(account.difference())).sum();
  }
}
