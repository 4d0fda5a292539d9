package org.tocsin.stream.loop;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How other threads stop a loop: for a while, or for good. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean pauseWanted;
  private boolean working;
  private volatile boolean closed;

  /** For the loop: whether to go on at all. */
  boolean isOpen() {
    return !closed;
  }

  /** For the loop, before each piece of work: whether to rest instead. */
  boolean mustRest() {
    lock.lock();
    try {
      working = !pauseWanted;
      changed.signalAll();
      return pauseWanted;
    } finally {
      lock.unlock();
    }
  }

  /** For the loop, while it holds nothing: rests that long, but not beyond the close. */
  void rest(Duration pause) {
    lock.lock();
    try {
      working = false;
      changed.signalAll();
      long left = pause.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Asks the loop to rest, and waits until it does; false where that took too long. */
  boolean pause(Duration timeout) {
    lock.lock();
    try {
      pauseWanted = true;
      long left = timeout.toNanos();
      while (working && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !working;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    lock.lock();
    try {
      pauseWanted = false;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
