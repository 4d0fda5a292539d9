package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.subscription.Subscription;

/**
 * Carries what is due of the deliveries this process owns, many at once but few to the same
 * machine, each on a thread of its own. Thread-safe.
 */
final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int AT_ONCE = 64;
  private static final int AT_ONE_PLACE = 4;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration REST = Duration.ofSeconds(2);

  /** Many deliveries that end at about the same time are one reason to look again. */
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final Supplier<Map<Integer, Long>> tenures;
  private final Subscribers subscribers;
  private final Carriers carriers;
  private final Tries tries;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Integer> places = new HashMap<>();
  private boolean stirred;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /**
   * A courier that does not run yet.
   *
   * @param tenures the partitions of the ledger this process owns
   */
  Courier(
      Ledger ledger,
      Supplier<Map<Integer, Long>> tenures,
      Subscribers subscribers,
      Carriers carriers,
      Tries tries) {
    this.ledger = ledger;
    this.tenures = tenures;
    this.subscribers = subscribers;
    this.carriers = carriers;
    this.tries = tries;
  }

  void start() {
    thread = Thread.ofPlatform().name("courier").daemon().start(this::run);
  }

  boolean isRunning() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  /** Says that there may be something to carry. */
  void stir() {
    lock.lock();
    try {
      stirred = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Begins nothing more, and lets what is under way come to its end for a while. */
  @Override
  public void close() {
    closed = true;
    stir();
    try {
      Thread running = thread;
      if (running != null) {
        running.join(CLOSE);
      }
      if (!room.tryAcquire(AT_ONCE, CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("deliveries under way are left as they are; they are tried again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        ledger.own(tenures.get());
        for (Delivery delivery : ledger.open().due(ledger.instant())) {
          if (closed) {
            return;
          }
          send(delivery);
        }
        await(LOOK);
        LockSupport.parkNanos(BREATH_NANOS);
      } catch (RuntimeException e) {
        LOG.warn("cannot carry anything just now: {}", e.toString());
        await(REST);
      }
    }
  }

  private void await(Duration longest) {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (!stirred && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      stirred = false;
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void send(Delivery delivery) {
    Optional<Subscription> subscription = subscribers.find(delivery.item().subscription());
    String place = subscription.map(carriers::place).orElse("");
    if (!enter(place)) {
      return;
    }
    boolean begun = false;
    try {
      begun = ledger.open().begin(delivery);
    } finally {
      if (!begun) {
        leave(place);
      }
    }
    if (begun) {
      room.acquireUninterruptibly();
      Thread.ofVirtual()
          .name("delivery")
          .start(() -> carry(delivery, subscription.orElse(null), place));
    }
  }

  private void carry(Delivery delivery, @Nullable Subscription subscription, String place) {
    try {
      tries.of(delivery, subscription);
    } catch (RuntimeException e) {
      LOG.warn("delivery {} is left for a while: {}", delivery.id(), e.toString());
      ledger.open().hold(delivery.id(), ledger.instant().plus(REST));
    } finally {
      ledger.open().end(delivery.id());
      leave(place);
      room.release();
      stir();
    }
  }

  private boolean enter(String place) {
    lock.lock();
    try {
      int there = places.getOrDefault(place, 0);
      if (there >= AT_ONE_PLACE && !place.isEmpty()) {
        return false;
      }
      places.put(place, there + 1);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave(String place) {
    lock.lock();
    try {
      places.computeIfPresent(place, (same, there) -> there == 1 ? null : there - 1);
    } finally {
      lock.unlock();
    }
  }
}
