package org.tocsin.stream.lane;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.connection.Failures;
import org.tocsin.stream.connection.StreamConnection;

/**
 * The progress of both lanes out of the offset commits of their groups. However many ask at once,
 * Kafka is asked once.
 */
public final class KafkaProgressReader implements ProgressReader {
  private static final Duration FRESH = Duration.ofMillis(250);

  /** What one look at Kafka gave. */
  record Reading(Map<Lane, List<PartitionState>> states, Progresses progresses) {}

  private record Look(long beginning, CompletableFuture<Reading> answer) {
    boolean isFresh() {
      return !answer.isDone() || System.nanoTime() - beginning < FRESH.toNanos();
    }
  }

  private record Turn(CompletableFuture<Reading> answer, boolean isOurs) {}

  private final LaneOffsets offsets;
  private final Map<Lane, List<Progress>> highest = new EnumMap<>(Lane.class);
  private @Nullable Look look;
  private volatile @Nullable Progresses last;

  /** Over that connection. */
  public KafkaProgressReader(StreamConnection connection) {
    this.offsets = new LaneOffsets(connection);
    for (Lane lane : Lane.values()) {
      Gauge.builder("tocsin.stream.lag", () -> lag(lane))
          .description("entries of the lane that wait for triage, when last looked at")
          .tag("lane", lane.key())
          .register(connection.meters());
    }
  }

  @Override
  public Progresses current() {
    return reading().progresses();
  }

  /**
   * The progress that was read last, however long ago; empty before the first. Good enough for a
   * horizon: an old one hides what is new but shows nothing too early.
   */
  public Optional<Progresses> lastKnown() {
    return Optional.ofNullable(last);
  }

  Reading reading() {
    Turn turn = turn();
    if (turn.isOurs()) {
      read(turn.answer());
    }
    try {
      return turn.answer().join();
    } catch (CompletionException e) {
      throw Failures.translate("read how far triage has come", e);
    }
  }

  /** Joins a look that is under way or was just done; otherwise it is our turn to look. */
  private synchronized Turn turn() {
    Look current = look;
    if (current != null && current.isFresh()) {
      return new Turn(current.answer(), false);
    }
    CompletableFuture<Reading> answer = new CompletableFuture<>();
    look = new Look(System.nanoTime(), answer);
    return new Turn(answer, true);
  }

  private void read(CompletableFuture<Reading> answer) {
    try {
      Map<Lane, List<PartitionState>> states = offsets.read();
      answer.complete(new Reading(states, progresses(states)));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  private synchronized Progresses progresses(Map<Lane, List<PartitionState>> states) {
    states.forEach((lane, ofLane) -> highest.put(lane, raised(lane, ofLane)));
    Progresses progresses = new Progresses(highest);
    last = progresses;
    return progresses;
  }

  /** A group that was reset starts again below what readers have seen; they are not told. */
  private List<Progress> raised(Lane lane, List<PartitionState> states) {
    List<Progress> before = highest.getOrDefault(lane, List.of());
    List<Progress> raised = new ArrayList<>();
    for (int partition = 0; partition < states.size(); partition++) {
      Progress now = states.get(partition).progress();
      boolean fell =
          partition < before.size() && before.get(partition).watermark().isAfter(now.watermark());
      raised.add(fell ? notBelow(before.get(partition), now) : now);
    }
    return List.copyOf(raised);
  }

  private static Progress notBelow(Progress before, Progress now) {
    return new Progress(now.committed(), now.end(), before.watermark(), before.newest());
  }

  private double lag(Lane lane) {
    Progresses known = last;
    return known == null ? Double.NaN : known.lag(lane);
  }
}
