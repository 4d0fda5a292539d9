package org.tocsin.ingest.gate;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.store.StoreUnavailableException;

/**
 * The ways in that stand open, and which of them somebody paused. Looks once a second, on a thread
 * of its own, so that nobody who brings something ever waits for the store; while the store does
 * not answer, all stays as it was. Thread-safe.
 */
public final class Gates implements SmartLifecycle {
  /** How long the first look may hold up what starts after this. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(Gates.class);

  private final Supplier<List<Feed>> decided;
  private final CountDownLatch looked = new CountDownLatch(1);
  private volatile @Nullable Set<OpenWay> paused;
  private volatile @Nullable Thread follower;

  /**
   * Gates that follow nothing until they are started.
   *
   * @param decided all that was decided about feeds; may fail as the store may
   */
  public Gates(Supplier<List<Feed>> decided) {
    this.decided = decided;
  }

  /** Whether it is known that somebody paused it. */
  public boolean isPaused(OpenWay way) {
    Set<OpenWay> known = paused;
    return known != null && known.contains(way);
  }

  /** Whether it is known by now what is paused; it is not while the store has never answered. */
  public boolean isKnown() {
    return paused != null;
  }

  /** Before anything is taken in. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public synchronized void start() {
    Thread thread = Thread.ofVirtual().name("gates").unstarted(this::followOn);
    follower = thread;
    thread.start();
    try {
      if (!looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("What was decided about ways in is not known yet; the start goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    Thread thread = follower;
    follower = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return follower != null;
  }

  private void followOn() {
    try {
      while (follower == Thread.currentThread()) {
        look();
        looked.countDown();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      Set<String> names =
          decided.get().stream()
              .filter(Feed::paused)
              .map(Feed::name)
              .collect(Collectors.toUnmodifiableSet());
      Set<OpenWay> now = EnumSet.allOf(OpenWay.class);
      now.removeIf(way -> !names.contains(way.feed()));
      if (!now.equals(paused)) {
        log.info("Ways in that are paused: {}", now);
      }
      paused = now;
    } catch (StoreUnavailableException e) {
      log.debug("What was decided about ways in is not known; they stay as they are", e);
    } catch (RuntimeException e) {
      log.error("Ways in can not be followed just now; they stay as they are", e);
    }
  }
}
