package org.tocsin.ingest.folder;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Polls a watched folder on a thread of its own, with growing pauses while nothing can be kept. */
public final class FolderWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** How long a file being taken may go on when the process stops. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final WatchedFolder folder;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  /** Polls that folder once started. */
  public FolderWatch(WatchedFolder folder) {
    this.folder = folder;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("watched-folder").start(this::watch);
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    stopped.countDown();
    try {
      if (!running.join(GRACE)) {
        running.interrupt();
      }
    } catch (InterruptedException e) {
      running.interrupt();
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    int failures = 0;
    Duration pause = Duration.ZERO;
    while (!stoppedWithin(pause)) {
      try {
        Optional<Duration> wait = folder.poll();
        failures = wait.isPresent() ? failures + 1 : 0;
        pause = wait.map(grown(failures)).orElseGet(folder::interval);
      } catch (RuntimeException e) {
        log.error("Polling the watched folder failed; it goes on", e);
        pause = LONGEST_PAUSE;
      }
    }
  }

  private boolean stoppedWithin(Duration pause) {
    try {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Twice as long each time, up to a minute, give or take a quarter. */
  private static UnaryOperator<Duration> grown(int failures) {
    return wait -> {
      long longer = wait.toMillis() << Math.min(failures - 1, 6);
      long capped = Math.clamp(longer, 100, LONGEST_PAUSE.toMillis());
      return Duration.ofMillis(capped * 3 / 4 + ThreadLocalRandom.current().nextLong(capped / 2));
    };
  }
}
