package org.tocsin.model.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.model.pattern.Matches.Match;
import org.tocsin.model.pattern.Plan.Take;

/** Looks for observations that fulfil a plan, trying one after the other and going back. */
final class Search {
  private final List<Observed> observations;
  private final long[] first;
  private final long[] last;
  private final int[] left;
  private final int[] used;
  private final Effort effort;
  private Moments moments;

  Search(List<Observed> observations, Effort effort) {
    int count = observations.size();
    this.observations = observations;
    this.first = observations.stream().mapToLong(o -> Moments.of(o.first())).toArray();
    this.last = observations.stream().mapToLong(o -> Moments.of(o.last())).toArray();
    this.left = observations.stream().mapToInt(Observed::number).toArray();
    this.used = new int[count];
    this.effort = effort;
    this.moments = new Moments(effort);
  }

  /** What is still to be found once this is. */
  private interface Rest {
    boolean find();
  }

  /** Finds the next match; what earlier ones used up is gone. */
  boolean next(Plan plan) {
    Arrays.fill(used, 0);
    moments = new Moments(effort);
    return find(plan, Scope.OPEN, () -> true);
  }

  /** The match that was found last, as often as there are observations for it. */
  Match found() {
    List<Observed> parts = new ArrayList<>();
    int again = Integer.MAX_VALUE;
    for (int i = 0; i < used.length; i++) {
      if (used[i] > 0) {
        parts.add(observations.get(i));
        again = Math.min(again, left[i] / used[i]);
      }
    }
    for (int i = 0; i < used.length; i++) {
      left[i] -= used[i] * again;
    }
    return new Match(parts, again + 1);
  }

  private boolean find(Plan plan, Scope scope, Rest rest) {
    return switch (plan) {
      case Take take -> take(take.candidates(), 0, take.times(), scope, rest);
      case Plan.All all -> all(all.parts(), 0, scope, rest);
      case Plan.Any any -> any.parts().stream().anyMatch(part -> find(part, scope, rest));
      case Plan.Followed followed -> followed(followed.parts(), 0, scope, rest);
      case Plan.Within within -> within(within, scope, rest);
      case Plan.Between between ->
          find(between.what(), scope.between(between.from(), between.until()), rest);
      case Plan.Repeated repeated -> repeated(repeated.what(), repeated.times(), scope, rest);
    };
  }

  private boolean all(List<Plan> parts, int index, Scope scope, Rest rest) {
    return index == parts.size()
        ? rest.find()
        : find(parts.get(index), scope, () -> all(parts, index + 1, scope, rest));
  }

  private boolean repeated(Plan what, int times, Scope scope, Rest rest) {
    return times == 0
        ? rest.find()
        : find(what, scope, () -> repeated(what, times - 1, scope, rest));
  }

  /** A moment lies between each part and the next one. */
  private boolean followed(List<Plan> parts, int index, Scope scope, Rest rest) {
    if (index == parts.size() - 1) {
      return find(parts.get(index), scope, rest);
    }
    Moments.Mark mark = moments.mark();
    int border = moments.add(-Moments.EVER, Moments.EVER);
    Scope before = scope.and(new Scope.Tie.Before(border));
    Scope after = scope.and(new Scope.Tie.After(border));
    boolean found = find(parts.get(index), before, () -> followed(parts, index + 1, after, rest));
    if (!found) {
      moments.backTo(mark);
    }
    return found;
  }

  private boolean within(Plan.Within within, Scope scope, Rest rest) {
    Moments.Mark mark = moments.mark();
    int begin = moments.add(-Moments.EVER, Moments.EVER);
    Scope inside = scope.and(new Scope.Tie.Span(begin, within.micros()));
    boolean found = find(within.what(), inside, rest);
    if (!found) {
      moments.backTo(mark);
    }
    return found;
  }

  private boolean take(List<Integer> of, int from, int times, Scope scope, Rest rest) {
    if (times == 0) {
      return rest.find();
    }
    if (!enough(of, from, times, scope)) {
      return false;
    }
    for (int i = from; i < of.size(); i++) {
      if (left[of.get(i)] > 0 && takeOne(of, i, times, scope, rest)) {
        return true;
      }
    }
    return false;
  }

  /** Takes this observation, as often as it can be had or less often. */
  private boolean takeOne(List<Integer> of, int index, int times, Scope scope, Rest rest) {
    int observation = of.get(index);
    Moments.Mark mark = moments.mark();
    effort.spend(1);
    if (place(observation, scope)) {
      for (int n = Math.min(left[observation], times); n > 0; n--) {
        left[observation] -= n;
        used[observation] += n;
        if (take(of, index + 1, times - n, scope, rest)) {
          return true;
        }
        left[observation] += n;
        used[observation] -= n;
        effort.spend(1);
      }
    }
    moments.backTo(mark);
    return false;
  }

  private boolean place(int observation, Scope scope) {
    long from = Math.max(first[observation], scope.from());
    long until = Math.min(last[observation], scope.until());
    return from <= until && scope.hold(moments, moments.add(from, until));
  }

  /** Whether there are so many at all that fit one by one. */
  private boolean enough(List<Integer> of, int from, int times, Scope scope) {
    long sum = 0;
    for (int i = from; i < of.size() && sum < times; i++) {
      int observation = of.get(i);
      effort.spend(times == 1 ? 0 : 1);
      if (left[observation] > 0 && scope.admits(moments, first[observation], last[observation])) {
        sum += left[observation];
      }
    }
    return sum >= times;
  }
}
