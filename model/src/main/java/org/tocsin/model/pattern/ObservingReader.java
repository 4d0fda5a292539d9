package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads observation expressions: qualifiers bind closest, then AND, OR and FOLLOWEDBY (section
 * 9.5).
 */
final class ObservingReader {
  private final Cursor cursor;
  private final ConstantReader constants;
  private final ComparisonReader comparisons;

  ObservingReader(Cursor cursor) {
    this.cursor = cursor;
    this.constants = new ConstantReader(cursor);
    this.comparisons = new ComparisonReader(cursor);
  }

  Observing whole() {
    Observing root = followed();
    if (!cursor.ended()) {
      throw cursor.wrong("the pattern ought to end here, or go on with AND, OR or FOLLOWEDBY");
    }
    return root;
  }

  private Observing followed() {
    return chain("FOLLOWEDBY", this::any, Observing.Followed::new);
  }

  private Observing any() {
    return chain("OR", this::all, Observing.Any::new);
  }

  private Observing all() {
    return chain("AND", this::qualified, Observing.All::new);
  }

  private Observing chain(
      String word, Supplier<Observing> part, Function<List<Observing>, Observing> joined) {
    List<Observing> parts = new ArrayList<>(List.of(part.get()));
    while (cursor.acceptWord(word)) {
      parts.add(part.get());
    }
    return parts.size() == 1 ? parts.getFirst() : joined.apply(parts);
  }

  /** Each qualifier stands for all that comes before it, and once at most. */
  private Observing qualified() {
    Observing what = one();
    Set<String> seen = new HashSet<>();
    while (true) {
      int begin = cursor.position();
      if (cursor.acceptWord("WITHIN")) {
        once(seen, "WITHIN", begin);
        what = within(what);
      } else if (cursor.acceptWord("REPEATS")) {
        once(seen, "REPEATS", begin);
        what = repeats(what);
      } else if (cursor.acceptWord("START")) {
        once(seen, "START", begin);
        what = startStop(what);
      } else {
        return what;
      }
    }
  }

  private static void once(Set<String> seen, String word, int begin) {
    if (!seen.add(word)) {
      throw new PatternException(begin, word + " stands here twice; brackets say which is which");
    }
  }

  private Observing one() {
    if (cursor.accept("[")) {
      Comparison comparison = comparisons.any();
      cursor.expect("]");
      return new Observing.One(comparison);
    }
    if (!cursor.accept("(")) {
      throw cursor.wrong("[ or ( is expected here");
    }
    cursor.enter();
    Observing inner = followed();
    cursor.expect(")");
    cursor.leave();
    return inner;
  }

  private Observing within(Observing what) {
    int begin = cursor.position();
    BigDecimal seconds = constants.positive();
    if (seconds.signum() == 0) {
      throw new PatternException(begin, "a span of time is longer than 0");
    }
    cursor.expectWord("SECONDS");
    return new Observing.Within(what, seconds);
  }

  private Observing repeats(Observing what) {
    int begin = cursor.position();
    BigDecimal times = constants.positive();
    if (times.scale() > 0 || times.signum() == 0 || times.precision() > 9) {
      throw new PatternException(begin, "REPEATS needs a whole number from 1 on");
    }
    cursor.expectWord("TIMES");
    return new Observing.Repeats(what, times.intValueExact());
  }

  private Observing startStop(Observing what) {
    Constant.Moment start = constants.moment();
    cursor.expectWord("STOP");
    return new Observing.StartStop(what, start, constants.moment());
  }
}
