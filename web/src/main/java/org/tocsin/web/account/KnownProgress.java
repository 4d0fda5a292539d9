package org.tocsin.web.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progresses;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.StreamUnavailableException;

/**
 * How far triage has come, as last known: while Kafka is away, everything that was visible stays
 * readable up to where it was. Thread-safe.
 */
public final class KnownProgress {
  private static final long PATIENCE_MILLIS = 2_000;
  private static final long LOOK_MILLIS = 50;

  private final ProgressReader reader;
  private final InstantSource clock;
  private volatile @Nullable Known last;

  /** Asks that reader. */
  public KnownProgress(ProgressReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What is known.
   *
   * @param progresses the progress of all partitions
   * @param at when Kafka told so
   * @param current false where Kafka was asked again and did not answer
   */
  public record Known(Progresses progresses, Instant at, boolean current) {
    /** Nothing added later than this is served. */
    public Instant horizon() {
      return progresses.horizon();
    }
  }

  /**
   * The progress now, or the last one known.
   *
   * @throws StreamUnavailableException when Kafka does not answer and never did
   */
  public Known now() {
    try {
      Known known = new Known(reader.current(), clock.instant(), true);
      last = known;
      return known;
    } catch (StreamUnavailableException e) {
      Known known = last;
      if (known == null) {
        throw e;
      }
      return new Known(known.progresses(), known.at(), false);
    }
  }

  /**
   * The progress once everything is visible that triage had finished when this was asked: quiet
   * partitions follow a busy one within a tick. Waits for that up to {@value #PATIENCE_MILLIS} ms.
   *
   * @throws StreamUnavailableException when Kafka does not answer and never did
   */
  public Known settled() {
    Known known = now();
    Instant finished = known.progresses().newest();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (known.current() && known.horizon().isBefore(finished) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      known = now();
    }
    return known;
  }
}
