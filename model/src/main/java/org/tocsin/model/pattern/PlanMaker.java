package org.tocsin.model.pattern;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.model.pattern.Plan.Take;
import tools.jackson.databind.node.ObjectNode;

/** Turns a pattern into what has to be searched for, given the observations. */
final class PlanMaker {
  /** Fits the stack of any thread: a thousand observations repeated, fewer in other patterns. */
  private static final long DEEPEST = 2_500;

  private final Observing root;
  private final Map<Observing.One, ObjectTest> tests = new IdentityHashMap<>();

  private PlanMaker(Observing root) {
    this.root = root;
  }

  static PlanMaker of(Observing root) {
    PlanMaker maker = new PlanMaker(root);
    maker.prepare(root);
    return maker;
  }

  private void prepare(Observing what) {
    switch (what) {
      case Observing.One one -> tests.put(one, ObjectTest.of(one.comparison()));
      case Observing.All all -> all.parts().forEach(this::prepare);
      case Observing.Any any -> any.parts().forEach(this::prepare);
      case Observing.Followed followed -> followed.parts().forEach(this::prepare);
      case Observing.Within within -> prepare(within.what());
      case Observing.Repeats repeats -> prepare(repeats.what());
      case Observing.StartStop span -> prepare(span.what());
    }
  }

  Plan in(List<Observed> observations, Effort effort) {
    Plan plan = plan(root, observations, effort);
    if (depth(plan) > DEEPEST) {
      throw new Effort.SpentException();
    }
    return plan;
  }

  private Plan plan(Observing what, List<Observed> in, Effort effort) {
    return switch (what) {
      case Observing.One one -> new Take(candidates(one, in, effort), 1);
      case Observing.All all -> all(plans(all.parts(), in, effort));
      case Observing.Any any -> any(plans(any.parts(), in, effort));
      case Observing.Followed followed -> new Plan.Followed(plans(followed.parts(), in, effort));
      case Observing.Within within -> within(plan(within.what(), in, effort), within);
      case Observing.Repeats repeats -> repeated(plan(repeats.what(), in, effort), repeats.times());
      case Observing.StartStop span ->
          new Plan.Between(
              plan(span.what(), in, effort),
              Moments.of(span.start().at()),
              Moments.of(span.stop().at()) - 1);
    };
  }

  private List<Plan> plans(List<Observing> parts, List<Observed> in, Effort effort) {
    return parts.stream().map(part -> plan(part, in, effort)).toList();
  }

  private List<Integer> candidates(Observing.One one, List<Observed> in, Effort effort) {
    ObjectTest test = requireNonNull(tests.get(one));
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      Observed observed = in.get(i);
      for (ObjectNode object : observed.objects()) {
        if (test.test(object, observed.known(), effort)) {
          candidates.add(i);
          break;
        }
      }
    }
    return candidates;
  }

  /** The same observations asked for twice are asked for once, two of them. */
  private static Plan all(List<Plan> parts) {
    Map<List<Integer>, Integer> times = new LinkedHashMap<>();
    List<Plan> rest = new ArrayList<>();
    for (Plan part : parts) {
      if (part instanceof Take take) {
        times.merge(take.candidates(), take.times(), PlanMaker::sum);
      } else {
        rest.add(part);
      }
    }
    List<Plan> merged = new ArrayList<>();
    times.forEach((candidates, n) -> merged.add(new Take(candidates, n)));
    merged.addAll(rest);
    return merged.size() == 1 ? merged.getFirst() : new Plan.All(merged);
  }

  private static int sum(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
  }

  /** Any of single observations is a single observation of any. */
  private static Plan any(List<Plan> parts) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (Plan part : parts) {
      if (!(part instanceof Take take) || take.times() != 1) {
        return new Plan.Any(parts);
      }
      candidates.addAll(take.candidates());
    }
    return new Take(List.copyOf(candidates), 1);
  }

  private static Plan within(Plan what, Observing.Within within) {
    boolean single = what instanceof Take take && take.times() == 1;
    return single ? what : new Plan.Within(what, Moments.of(within.seconds()));
  }

  private static Plan repeated(Plan what, int times) {
    return switch (what) {
      case Plan same when times == 1 -> same;
      case Take take ->
          new Take(
              take.candidates(), (int) Math.min(Integer.MAX_VALUE, (long) take.times() * times));
      default -> new Plan.Repeated(what, times);
    };
  }

  /** How deep the search can go: it calls itself for each part and each observation of a match. */
  private static long depth(Plan plan) {
    return switch (plan) {
      case Take take -> 2L * Math.min(take.times(), take.candidates().size()) + 1;
      case Plan.All all -> depth(all.parts(), 2);
      case Plan.Any any -> 4 + any.parts().stream().mapToLong(PlanMaker::depth).max().orElse(0);
      case Plan.Followed followed -> depth(followed.parts(), 4);
      case Plan.Within within -> 2 + depth(within.what());
      case Plan.Between between -> 2 + depth(between.what());
      case Plan.Repeated repeated ->
          Math.min(Integer.MAX_VALUE, (3 + depth(repeated.what())) * repeated.times());
    };
  }

  private static long depth(List<Plan> parts, int each) {
    return Math.min(Integer.MAX_VALUE, parts.stream().mapToLong(part -> each + depth(part)).sum());
  }
}
