package org.tocsin.ingest.submission;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;

/** Lets requests for the same receipt in one after the other. Thread-safe. */
final class Turns {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

  private final ConcurrentMap<UUID, Turn> turns = new ConcurrentHashMap<>();
  private final Duration patience;

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  Turns(Duration patience) {
    this.patience = patience;
  }

  /** Does that while nobody else does anything for the same receipt. */
  <T> T alone(UUID receipt, Supplier<T> work) {
    Turn turn = enter(receipt);
    try {
      if (!turn.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER);
      }
      try {
        return work.get();
      } finally {
        turn.lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER, e);
    } finally {
      leave(receipt);
    }
  }

  /** How many receipts are being worked on or waited for. */
  int size() {
    return turns.size();
  }

  // users is only touched inside compute, which holds the entry

  private Turn enter(UUID receipt) {
    return turns.compute(
        receipt,
        (id, present) -> {
          Turn turn = present == null ? new Turn() : present;
          turn.users++;
          return turn;
        });
  }

  private void leave(UUID receipt) {
    turns.computeIfPresent(receipt, (id, turn) -> --turn.users == 0 ? null : turn);
  }
}
