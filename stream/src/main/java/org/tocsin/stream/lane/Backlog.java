package org.tocsin.stream.lane;

import java.time.Duration;
import java.util.Optional;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.ProgressReader;

/** Says when those who bring bulk should slow down. */
public final class Backlog {
  /** How many raw records may wait by default: about a million rows. */
  public static final long DEFAULT_LIMIT = 2_000;

  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final long LONGEST_FACTOR = 12;

  private final ProgressReader progress;
  private final long limit;

  /**
   * Bulk beyond that limit has to wait.
   *
   * @param limit raw records of the bulk lane that may wait for triage, above 0
   */
  public Backlog(ProgressReader progress, long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("the limit is not above 0");
    }
    this.progress = progress;
    this.limit = limit;
  }

  /**
   * How long to wait before bringing more bulk, 5 to 60 s, the longer the more waits already; empty
   * while there is room.
   *
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public Optional<Duration> pause() {
    long lag = progress.current().lag(Lane.BULK);
    return lag <= limit
        ? Optional.empty()
        : Optional.of(SHORTEST.multipliedBy(Math.min(LONGEST_FACTOR, lag / limit)));
  }
}
