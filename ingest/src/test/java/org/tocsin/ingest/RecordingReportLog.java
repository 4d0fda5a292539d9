package org.tocsin.ingest;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.SubmissionReader;

/** A log in memory that can be held up and taken down. Thread-safe. */
public final class RecordingReportLog implements ReportLog, SubmissionReader {
  private record Held(CompletableFuture<RawLocation> kept, RawLocation location, long bytes) {}

  private final List<RawRecord> raws = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Submission> submissions = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private boolean holding;
  private boolean down;
  private boolean damaged;
  private int failFrom = Integer.MAX_VALUE;
  private long heldBytes;
  private long mostHeldBytes;

  /** From now on nothing is acknowledged until {@link #release}. */
  public synchronized void hold() {
    holding = true;
  }

  /** Acknowledges what is held up, oldest first, so many at most. */
  public void release(int atMost) {
    List<Held> now;
    synchronized (this) {
      now = List.copyOf(held.subList(0, Math.min(atMost, held.size())));
      held.subList(0, now.size()).clear();
      now.forEach(one -> heldBytes -= one.bytes());
    }
    now.forEach(one -> one.kept().complete(one.location()));
  }

  /** Takes the log down, or back up. */
  public synchronized void down(boolean isDown) {
    down = isDown;
  }

  /** Lets the log fail in a way nobody expects, or work again. */
  public synchronized void damaged(boolean isDamaged) {
    damaged = isDamaged;
  }

  /** Raw records from that number on are not kept, whatever the submission. */
  public synchronized void failFrom(int number) {
    failFrom = number;
  }

  /** How many bytes were sent and not acknowledged, at most. */
  public synchronized long mostHeldBytes() {
    return mostHeldBytes;
  }

  /** How many raw records are held up. */
  public synchronized int heldUp() {
    return held.size();
  }

  /** All raw records. */
  public synchronized List<RawRecord> raws() {
    return List.copyOf(raws);
  }

  /** The lane of each of them. */
  public synchronized List<Lane> lanes() {
    return List.copyOf(lanes);
  }

  /** All states of all submissions. */
  public synchronized List<Submission> submissions() {
    return List.copyOf(submissions);
  }

  /** The last state written down. */
  public synchronized Submission last() {
    return submissions.getLast();
  }

  /** The bytes of a submission's raw records, one after the other. */
  public byte[] bytesOf(UUID receipt) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    raws().stream()
        .filter(raw -> raw.receipt().equals(receipt))
        .forEach(raw -> all.writeBytes(raw.bytes()));
    return all.toByteArray();
  }

  @Override
  public synchronized CompletableFuture<RawLocation> append(Lane lane, RawRecord raw) {
    refuseWhenDown();
    if (raw.number() >= failFrom) {
      return CompletableFuture.failedFuture(unavailable());
    }
    raws.add(raw);
    lanes.add(lane);
    RawLocation location = new RawLocation(lane, 0, raws.size() - 1);
    if (!holding) {
      return CompletableFuture.completedFuture(location);
    }
    CompletableFuture<RawLocation> kept = new CompletableFuture<>();
    held.add(new Held(kept, location, raw.bytes().length));
    heldBytes += raw.bytes().length;
    mostHeldBytes = Math.max(mostHeldBytes, heldBytes);
    return kept;
  }

  @Override
  public synchronized void append(Submission submission) {
    refuseWhenDown();
    submissions.add(submission);
  }

  @Override
  public synchronized RawRecord read(RawLocation location) {
    return raws.get((int) location.offset());
  }

  @Override
  public synchronized Optional<Submission> find(UUID receipt) {
    refuseWhenDown();
    return submissions.stream()
        .filter(submission -> submission.receipt().equals(receipt))
        .reduce((first, last) -> last);
  }

  @Override
  public void close() {}

  private void refuseWhenDown() {
    if (damaged) {
      throw new IllegalStateException("secret of the implementation");
    }
    if (down) {
      throw unavailable();
    }
  }

  private static StreamUnavailableException unavailable() {
    return new StreamUnavailableException(
        "down", Duration.ofSeconds(7), new IllegalStateException());
  }
}
