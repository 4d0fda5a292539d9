package org.tocsin.model.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * What the qualifiers and operators around an observation expression say of the moments of all
 * observations in it.
 *
 * @param from the earliest moment
 * @param until the latest moment
 * @param ties how they stand to certain other moments
 */
record Scope(long from, long until, List<Tie> ties) {
  static final Scope OPEN = new Scope(-Moments.EVER, Moments.EVER, List.of());

  /** How a moment stands to another one. */
  sealed interface Tie {
    /** Not after that one. */
    record Before(int moment) implements Tie {}

    /** Not before that one. */
    record After(int moment) implements Tie {}

    /** Not before that one, and not so much later. */
    record Span(int begin, long length) implements Tie {}
  }

  Scope and(Tie tie) {
    List<Tie> all = new ArrayList<>(ties);
    all.add(tie);
    return new Scope(from, until, all);
  }

  Scope between(long start, long stop) {
    return new Scope(Math.max(from, start), Math.min(until, stop), ties);
  }

  /** Makes a moment stand as it must; false where it cannot. */
  boolean hold(Moments moments, int moment) {
    for (Tie tie : ties) {
      boolean held =
          switch (tie) {
            case Tie.Before(int later) -> moments.atMostLater(moment, 0, later);
            case Tie.After(int earlier) -> moments.atMostLater(earlier, 0, moment);
            case Tie.Span(int begin, long length) ->
                moments.atMostLater(begin, 0, moment) && moments.atMostLater(moment, length, begin);
          };
      if (!held) {
        return false;
      }
    }
    return true;
  }

  /** Whether something between those times could stand so, as far as can be seen now. */
  boolean admits(Moments moments, long first, long last) {
    long begin = Math.max(first, from);
    long end = Math.min(last, until);
    if (begin > end) {
      return false;
    }
    for (Tie tie : ties) {
      boolean fits =
          switch (tie) {
            case Tie.Before(int later) -> begin <= moments.latest(later);
            case Tie.After(int earlier) -> end >= moments.earliest(earlier);
            case Tie.Span(int b, long length) ->
                end >= moments.earliest(b) && begin <= moments.latest(b) + length;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
