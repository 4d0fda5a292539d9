package org.tocsin.store.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.store.StoreUnavailableException;

/**
 * Something small that is read whole, in memory and at most a second behind the store. While the
 * store does not answer, it stays as it was. Thread-safe.
 *
 * @param <T> what is read; immutable
 */
public final class Followed<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Followed.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** So long a store that hangs holds up whoever asks. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String what;
  private final LongSupplier edition;
  private final Supplier<T> reader;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable State<T> known;
  private volatile @Nullable StoreUnavailableException failure;
  private volatile Instant nextLook = Instant.MIN;

  private record State<T>(long edition, T value) {}

  /**
   * Nothing is asked until somebody wants to know.
   *
   * @param what what it is called in the log
   * @param edition gives another number after each change
   */
  public Followed(String what, LongSupplier edition, Supplier<T> reader, InstantSource clock) {
    this.what = what;
    this.edition = edition;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * It as it stands.
   *
   * @throws StoreUnavailableException when it was never read and cannot be now
   */
  public T now() {
    if (isDue()) {
      lookUnlessSomebodyDoes();
    }
    State<T> state = known;
    if (state == null) {
      throw new StoreUnavailableException(
          "the " + what + " was not read yet",
          failure == null ? new IllegalStateException() : failure);
    }
    return state.value();
  }

  private boolean isDue() {
    return !clock.instant().isBefore(nextLook);
  }

  /** The first ones wait until there is something to know; later ones not for long. */
  private void lookUnlessSomebodyDoes() {
    if (known == null) {
      looking.lock();
      lookAndUnlock();
      return;
    }
    Thread thread = Thread.ofVirtual().name("follows-" + what).start(this::lookIfNobodyDoes);
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookIfNobodyDoes() {
    if (looking.tryLock()) {
      lookAndUnlock();
    }
  }

  private void lookAndUnlock() {
    try {
      if (isDue()) {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  private void look() {
    try {
      long now = edition.getAsLong();
      State<T> before = known;
      if (before == null || before.edition() != now) {
        known = new State<>(now, reader.get());
      }
      failure = null;
    } catch (StoreUnavailableException e) {
      if (failure == null) {
        LOG.warn("what is known of {} cannot be read; it stays as it was", what);
      }
      failure = e;
    } finally {
      nextLook = clock.instant().plus(FRESH);
    }
  }
}
