package org.tocsin.ingest.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;

/** Keeps bytes on disk for a moment, never more than so many at once. Thread-safe. */
public final class Spools {
  private static final long UNIT = 1024 * 1024;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

  private final Path directory;
  private final Semaphore free;
  private final int total;
  private final Duration patience;

  /**
   * Spools in that directory.
   *
   * @param budget how much disk all of them may take together, in bytes
   * @param patience how long to wait for room
   */
  public Spools(Path directory, long budget, Duration patience) {
    this.directory = directory;
    this.total = units(budget);
    this.free = new Semaphore(total, true);
    this.patience = patience;
  }

  /**
   * Reads up to so many bytes off the stream and keeps them; the rest stays in the stream.
   *
   * @throws RetryableRefusalException when there is no room
   */
  public Spool take(InputStream in, long atMost) {
    int reserved = Math.min(total, units(atMost));
    reserve(reserved);
    boolean kept = false;
    try {
      Spool spool = Spool.of(directory, in, atMost, () -> free.release(reserved));
      kept = true;
      return spool;
    } catch (IOException e) {
      throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER, e);
    } finally {
      if (!kept) {
        free.release(reserved);
      }
    }
  }

  private void reserve(int units) {
    try {
      if (!free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableRefusalException(Refusal.BUSY, RETRY_AFTER, e);
    }
  }

  private static int units(long bytes) {
    return Math.toIntExact(Math.ceilDiv(bytes, UNIT));
  }
}
