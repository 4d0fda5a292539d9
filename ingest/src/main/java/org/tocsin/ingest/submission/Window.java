package org.tocsin.ingest.submission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tocsin.model.account.Frame;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamUnavailableException;

/**
 * The raw records of one submission that were sent and not yet acknowledged, bounded in bytes. Not
 * thread-safe.
 */
final class Window {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** Longer than the log itself tries, so that its own answer comes first. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ReportLog log;
  private final Room room;
  private final Deque<Sent> outstanding = new ArrayDeque<>();
  private final List<Frame> frames = new ArrayList<>();
  private long inFlight;
  private long records;

  private record Sent(CompletableFuture<RawLocation> kept, int records, long bytes) {}

  Window(ReportLog log, Room room) {
    this.log = log;
    this.room = room;
  }

  /**
   * Sends a raw record, after waiting for earlier ones where there is no room.
   *
   * @throws StreamUnavailableException when this or an earlier one could not be kept
   */
  void send(Lane lane, RawRecord raw) {
    long bytes = (long) raw.preamble().length + raw.bytes().length;
    while (!outstanding.isEmpty() && inFlight + bytes > room.window()) {
      awaitFirst();
    }
    Room.Share share = room.flight(bytes);
    CompletableFuture<RawLocation> kept = append(lane, raw, share);
    inFlight += bytes;
    outstanding.add(new Sent(kept, raw.records(), bytes));
  }

  /** Waits until everything sent is acknowledged. */
  void awaitAll() {
    while (!outstanding.isEmpty()) {
      awaitFirst();
    }
  }

  /** Waits until it is known of everything sent whether it is kept. */
  void settle() {
    while (!outstanding.isEmpty()) {
      try {
        awaitFirst();
      } catch (StreamUnavailableException e) {
        // not kept, and so not counted
      }
    }
  }

  /** The raw records acknowledged so far, in order. */
  List<Frame> frames() {
    return List.copyOf(frames);
  }

  /** How many records are in them. */
  long records() {
    return records;
  }

  private CompletableFuture<RawLocation> append(Lane lane, RawRecord raw, Room.Share share) {
    try {
      CompletableFuture<RawLocation> kept = log.append(lane, raw);
      kept.whenComplete((location, failure) -> share.close());
      return kept;
    } catch (RuntimeException e) {
      share.close();
      throw e;
    }
  }

  private void awaitFirst() {
    Sent first = outstanding.remove();
    RawLocation location = await(first.kept());
    inFlight -= first.bytes();
    records += first.records();
    frames.add(new Frame(location.partition(), location.offset(), first.records()));
  }

  private static RawLocation await(CompletableFuture<RawLocation> kept) {
    try {
      return kept.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StreamUnavailableException unavailable) {
        throw unavailable;
      }
      throw new StreamUnavailableException("a raw record was not kept", RETRY_AFTER, e);
    } catch (TimeoutException e) {
      throw new StreamUnavailableException("no answer about a raw record", RETRY_AFTER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamUnavailableException("interrupted by the shutdown", RETRY_AFTER, e);
    }
  }
}
