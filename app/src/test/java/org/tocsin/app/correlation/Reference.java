package org.tocsin.app.correlation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.app.correlation.Input.Sent;
import org.tocsin.app.correlation.Plan.Step;
import org.tocsin.model.tlp.Tlp;

/** What must come of the input, worked out from nothing but the input and the plan. */
final class Reference {
  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

  /** What is expected of one incident; {@code stands} is one of open, resolved and merged. */
  record Expected(
      Set<Integer> members,
      Instant first,
      Instant last,
      Set<String> providers,
      Tlp tlp,
      String stands) {}

  private final Map<Integer, Instant> times = new HashMap<>();
  private final Map<Integer, String> providers = new HashMap<>();
  private final Map<Integer, Tlp> levels = new HashMap<>();
  private final Map<String, Set<Integer>> groups = new TreeMap<>();

  Reference(Collection<Sent> all) {
    for (Sent sent : all) {
      int number = sent.sight().number();
      levels.merge(number, sent.tlp(), Tlp::stricter);
      times.put(number, indexed(sent.sight().at()));
      providers.put(number, sent.origin().provider());
      if (sent.sight().key() != null) {
        groups.computeIfAbsent(sent.sight().key(), any -> new TreeSet<>()).add(number);
      }
    }
  }

  /** The records of each incident before anybody decides anything. */
  Map<String, Set<Integer>> groups() {
    return groups;
  }

  /** All incidents at the end, in no order. */
  List<Expected> incidents(Plan plan) {
    Map<String, Set<Integer>> members = new HashMap<>();
    groups.forEach((key, group) -> members.put(key, new HashSet<>(group)));
    Map<String, String> stands = new HashMap<>();
    List<Expected> all = new ArrayList<>();
    for (Step step : plan.steps()) {
      switch (step.action()) {
        case "resolve" -> stands.put(step.key(), "resolved");
        case "merge" -> {
          members.get(step.key()).addAll(groups.get(step.other()));
          stands.put(step.other(), "merged");
        }
        case "unmerge" -> {
          members.get(step.key()).removeAll(groups.get(step.other()));
          stands.remove(step.other());
        }
        case "split" -> {
          members.get(step.key()).removeAll(step.numbers());
          all.add(expected(step.numbers(), "open"));
        }
        default -> throw new IllegalStateException(step.action());
      }
    }
    members.forEach((key, group) -> all.add(expected(group, stands.getOrDefault(key, "open"))));
    return all;
  }

  private Expected expected(Set<Integer> members, String stands) {
    return new Expected(
        new TreeSet<>(members),
        members.stream().map(times::get).min(Instant::compareTo).orElse(null),
        members.stream().map(times::get).max(Instant::compareTo).orElse(null),
        new TreeSet<>(members.stream().map(providers::get).toList()),
        members.stream().map(levels::get).reduce(Tlp::stricter).orElse(null),
        stands);
  }

  private static Instant indexed(Instant at) {
    return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LAST) ? LAST : at;
  }
}
