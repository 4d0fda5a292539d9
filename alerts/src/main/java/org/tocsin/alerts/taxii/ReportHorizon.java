package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progresses;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.StreamUnavailableException;

/** Up to where what was collected is served: as far as triage has come. */
final class ReportHorizon implements Horizon {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ProgressReader reader;
  private volatile @Nullable Progresses last;

  ReportHorizon(ProgressReader reader) {
    this.reader = reader;
  }

  @Override
  public Instant now() {
    return progresses().horizon();
  }

  /** Waits up to two seconds. */
  @Override
  public Instant settled() {
    Instant finished = progresses().newest();
    long end = System.nanoTime() + PATIENCE_NANOS;
    Instant horizon = now();
    while (horizon.isBefore(finished) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
      horizon = now();
    }
    return horizon;
  }

  /** How far triage is, or was when last known. */
  Progresses progresses() {
    try {
      Progresses current = reader.current();
      last = current;
      return current;
    } catch (StreamUnavailableException e) {
      Progresses known = last;
      if (known == null) {
        throw e;
      }
      return known;
    }
  }
}
