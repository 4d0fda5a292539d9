package org.tocsin.ingest.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.ingest.submission.Receipt;

/** Submissions over HTTP as one way in: whether it is open, and how it fares. Thread-safe. */
public final class Push {
  /** When to ask again whether it goes on. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final BooleanSupplier paused;
  private final InstantSource clock;
  private PushState state = PushState.NEW;

  /** Open unless it is paused. */
  public Push(BooleanSupplier paused, InstantSource clock) {
    this.paused = paused;
    this.clock = clock;
  }

  /** How it fares. */
  public synchronized PushState state() {
    return state;
  }

  /**
   * Asked before anything of a body is read: what has begun is taken to its end.
   *
   * @throws RetryableRefusalException while it is paused
   */
  void requireOpen() {
    if (paused.getAsBoolean()) {
      throw new RetryableRefusalException(Refusal.PAUSED, PAUSE);
    }
  }

  /** That was kept. */
  synchronized void taken(List<Receipt> kept) {
    state = state.plus(kept, clock.instant());
  }

  /** A request was refused, after that was kept of it. */
  synchronized void refused(List<Receipt> kept) {
    state = state.plus(kept, clock.instant()).plusRefused();
  }

  /** A request failed through no fault of its sender, after that was kept of it. */
  synchronized void failed(String error, List<Receipt> kept) {
    refused(kept);
    state = state.with(error, clock.instant());
  }
}
