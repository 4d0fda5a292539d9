package org.tocsin.model.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.model.pattern.Matches.Match;

/**
 * A pattern, ready to be held against observations (section 9.5).
 *
 * <p>An observation that says when it began and ended happened at some moment in between: the
 * pattern is found where moments can be chosen so that everything it says of time is true at once.
 * An observation of number five is five observations.
 */
public final class Matching {
  /** Steps that take about a second. */
  public static final long USUAL_STEPS = 20_000_000;

  private final Pattern pattern;
  private final PlanMaker plans;

  private Matching(Pattern pattern, PlanMaker plans) {
    this.pattern = pattern;
    this.plans = plans;
  }

  /**
   * Makes a pattern ready.
   *
   * @throws UnsupportedPatternException where it cannot be run: a regular expression that would
   *     need more than time in proportion, a block that is none
   */
  public static Matching of(Pattern pattern) {
    try {
      return new Matching(pattern, PlanMaker.of(pattern.root()));
    } catch (IllegalArgumentException e) {
      throw new UnsupportedPatternException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What it was made of. */
  public Pattern pattern() {
    return pattern;
  }

  /**
   * Finds it, the earliest first, until no observations are left that fulfil it.
   *
   * @param steps how much work that may take
   */
  public Matches find(List<Observed> observations, long steps) {
    List<Observed> byTime =
        observations.stream()
            .sorted(
                Comparator.comparing(Observed::first)
                    .thenComparing(Observed::last)
                    .thenComparing(Observed::id))
            .toList();
    List<Match> found = new ArrayList<>();
    try {
      Effort effort = new Effort(steps);
      Search search = new Search(byTime, effort);
      Plan plan = plans.in(byTime, effort);
      while (search.next(plan)) {
        found.add(search.found());
      }
      return new Matches(found, true);
    } catch (Effort.SpentException e) {
      return new Matches(found, false);
    }
  }
}
