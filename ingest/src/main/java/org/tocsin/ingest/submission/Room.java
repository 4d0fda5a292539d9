package org.tocsin.ingest.submission;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;

/**
 * The room all submissions of this process share, so that its memory is bounded however many come
 * at once. First come, first served; who waits too long is asked to come again. Thread-safe.
 */
public final class Room {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);
  private static final int UNIT = 1024;

  private final RoomLimits limits;
  private final Semaphore submissions;
  private final Semaphore machines;
  private final Semaphore largeRecords;
  private final Semaphore inFlight;

  /** A piece of the room that is given back by closing it. */
  interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /** A room of that size. */
  public Room(RoomLimits limits) {
    this.limits = limits;
    submissions = new Semaphore(limits.submissions(), true);
    machines = new Semaphore(Math.max(1, limits.submissions() * 3 / 4), true);
    largeRecords = new Semaphore(limits.largeRecords(), true);
    inFlight = new Semaphore(units(limits.inFlight()), true);
  }

  /** Bytes one submission may have in flight. */
  long window() {
    return limits.window();
  }

  /** How long to wait for anything. */
  Duration patience() {
    return limits.patience();
  }

  /**
   * A place for one submission. Machines never have more than three quarters of them, so that
   * however many feeds come slowly in, a person's report is read at once.
   */
  Share place(boolean machine) {
    if (!machine) {
      return share(submissions, 1);
    }
    Share ofMachines = share(machines, 1);
    try {
      Share ofAll = share(submissions, 1);
      return () -> {
        ofAll.close();
        ofMachines.close();
      };
    } catch (RetryableRefusalException e) {
      ofMachines.close();
      throw e;
    }
  }

  /** The right to hold a large record. */
  Share largeRecord() {
    return share(largeRecords, 1);
  }

  /** Room for so many bytes in flight; what is larger than all of it gets all of it. */
  Share flight(long bytes) {
    return share(inFlight, Math.min(units(bytes), units(limits.inFlight())));
  }

  private Share share(Semaphore of, int units) {
    try {
      if (!of.tryAcquire(units, limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER, e);
    }
    return () -> of.release(units);
  }

  private static int units(long bytes) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(bytes, UNIT)));
  }
}
