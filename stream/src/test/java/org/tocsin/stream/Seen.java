package org.tocsin.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;

/** A step that remembers what it was given. */
public final class Seen implements LaneStep {
  private final List<ReceivedRecord> all = new CopyOnWriteArrayList<>();
  private final Map<RawLocation, Set<Instant>> added = new ConcurrentHashMap<>();

  @Override
  public void take(List<ReceivedRecord> batch) {
    for (ReceivedRecord received : batch) {
      added
          .computeIfAbsent(received.location(), location -> ConcurrentHashMap.newKeySet())
          .add(received.added());
      all.add(received);
    }
  }

  /** Everything, in the order it came, repetitions included. */
  public List<ReceivedRecord> all() {
    return all;
  }

  /** Each place once, with the one {@code added} it was given every time. */
  public Map<RawLocation, Instant> added() {
    return added.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> only(entry.getValue())));
  }

  /** Ids of the raw records. */
  public Set<String> rawIds() {
    return all.stream()
        .map(one -> Slot.rawId(one.raw().receipt(), one.raw().number()))
        .collect(Collectors.toSet());
  }

  private static Instant only(Set<Instant> times) {
    if (times.size() != 1) {
      throw new AssertionError("one place, several times: " + times);
    }
    return times.iterator().next();
  }
}
