package org.tocsin.store.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the cluster at most once a second, so that a writer notices a new generation soon, and
 * whenever the month turns. A writer with an older look does no harm: the indices of a generation
 * that is left take no more writes, and it looks again.
 */
final class CachedLayouts implements Layouts {
  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();

  private final Looker looker;
  private final InstantSource clock;
  private final Duration retention;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean inDoubt = new AtomicBoolean();
  private volatile @Nullable Look last;

  /**
   * A cache before a look.
   *
   * @param looker looks at the cluster
   */
  CachedLayouts(Looker looker, InstantSource clock, Duration retention) {
    this.looker = looker;
    this.clock = clock;
    this.retention = retention;
  }

  /** Looks at the cluster, and makes what is missing. */
  @FunctionalInterface
  interface Looker {
    /**
     * Looks.
     *
     * @param window the months that should have an index
     * @param inDoubt whether a writer met an index that is gone or held
     */
    Layout look(Window window, boolean inDoubt);
  }

  private record Look(Layout layout, long nanos) {
    boolean isGood(Window window) {
      return layout.window().equals(window) && System.nanoTime() - nanos < GOOD_FOR_NANOS;
    }
  }

  @Override
  public Layout now() {
    Window window = Window.at(clock.instant(), retention);
    Look known = last;
    if (known != null && known.isGood(window)) {
      return known.layout();
    }
    lock.lock();
    try {
      known = last;
      if (known == null || !known.isGood(window)) {
        long start = System.nanoTime();
        known = new Look(looker.look(window, inDoubt.getAndSet(false)), start);
        last = known;
      }
      return known.layout();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void lookAgain() {
    inDoubt.set(true);
    last = null;
  }
}
