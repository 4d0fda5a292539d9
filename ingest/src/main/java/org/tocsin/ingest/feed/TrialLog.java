package org.tocsin.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.ingest.feed.TrialResult.Guess;
import org.tocsin.ingest.feed.TrialResult.Tried;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Suppressed;
import org.tocsin.stream.ReportLog;

/** Keeps nothing: reads the first raw records at once and forgets them. For one thread. */
final class TrialLog implements ReportLog {
  private final Formats formats;
  private final Supplier<NodeNamespace> namespace;
  private final int most;
  private final List<Tried> tried = new ArrayList<>();
  private @Nullable String name;
  private int accepted;
  private int rejected;
  private int suppressed;
  private long unread;
  private boolean sealed;

  /**
   * A log.
   *
   * @param most how many records are shown
   */
  TrialLog(Formats formats, Supplier<NodeNamespace> namespace, int most) {
    this.formats = formats;
    this.namespace = namespace;
    this.most = most;
  }

  /** Whether a submission with any record was read to its end. */
  boolean hasOne() {
    return sealed && !tried.isEmpty();
  }

  TrialResult result(List<Guess> guesses) {
    return new TrialResult(name, guesses, tried, accepted, rejected, suppressed, unread);
  }

  @Override
  public CompletableFuture<RawLocation> append(Lane lane, RawRecord raw) {
    if (tried.size() < most) {
      read(raw);
    } else {
      unread += raw.records();
    }
    return CompletableFuture.completedFuture(new RawLocation(lane, 0, raw.number()));
  }

  private void read(RawRecord raw) {
    long before = accepted + rejected + suppressed;
    Normalised normalised = normalised(raw);
    Map<Integer, Tried> byPosition = new TreeMap<>();
    for (Accepted one : normalised.accepted()) {
      byPosition.merge(
          one.position(),
          new Tried(before + one.position() + 1, raw.format(), List.of(one.fact()), null, null),
          TrialLog::together);
    }
    accepted += byPosition.size();
    for (Reject one : normalised.rejects()) {
      rejected++;
      byPosition.put(
          one.position(),
          new Tried(before + one.position() + 1, raw.format(), List.of(), one, null));
    }
    for (Suppressed one : normalised.suppressed()) {
      suppressed++;
      byPosition.put(
          one.position(),
          new Tried(before + one.position() + 1, raw.format(), List.of(), null, one.rule()));
    }
    byPosition.values().stream().limit((long) most - tried.size()).forEach(tried::add);
  }

  private static Tried together(Tried one, Tried other) {
    List<Fact> facts = new ArrayList<>(one.facts());
    facts.addAll(other.facts());
    return new Tried(one.number(), one.format(), facts, null, null);
  }

  private Normalised normalised(RawRecord raw) {
    Format format = formats.named(raw.format()).orElse(null);
    if (format == null) {
      return rejected(raw, RejectReason.UNKNOWN_FORMAT, "no format recognised this");
    }
    try {
      return format.normalise(raw, namespace.get());
    } catch (RuntimeException | StackOverflowError e) {
      return rejected(raw, RejectReason.UNREADABLE, "the normaliser failed on this");
    }
  }

  private static Normalised rejected(RawRecord raw, RejectReason reason, String detail) {
    return new Normalised(
        List.of(),
        IntStream.range(0, raw.records())
            .mapToObj(position -> new Reject(position, raw.firstLine(), null, reason, detail))
            .toList());
  }

  @Override
  public void append(Submission submission) {
    if (name == null) {
      name = submission.name();
    }
    sealed |= submission.state() == Submission.State.SEALED;
  }

  @Override
  public RawRecord read(RawLocation location) {
    throw new NoSuchElementException("nothing is kept");
  }

  @Override
  public void close() {
    // nothing is open
  }
}
