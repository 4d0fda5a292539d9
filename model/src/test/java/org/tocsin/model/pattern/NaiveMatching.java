package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds out the slow way whether a pattern matches: it tries every observation as often as it was
 * made at every whole second it may have happened at, and every way to put those together.
 */
final class NaiveMatching {
  private record Event(int unit, int second, Observed of) {}

  private final List<Event> events = new ArrayList<>();

  NaiveMatching(List<Observed> observations) {
    int unit = 0;
    for (Observed observed : observations) {
      for (int n = 0; n < observed.number(); n++, unit++) {
        for (int s = second(observed, true); s <= second(observed, false); s++) {
          events.add(new Event(unit, s, observed));
        }
      }
    }
  }

  private static int second(Observed observed, boolean first) {
    var at = first ? observed.first() : observed.last();
    return (int) (at.getEpochSecond() - Watched.START.getEpochSecond());
  }

  boolean matches(Observing what) {
    return !ways(what).isEmpty();
  }

  private Set<BitSet> ways(Observing what) {
    return switch (what) {
      case Observing.One one -> single(one);
      case Observing.All all -> joined(all.parts(), (_, _) -> true);
      case Observing.Followed followed ->
          joined(followed.parts(), (a, b) -> bound(a, true) <= bound(b, false));
      case Observing.Any any -> {
        Set<BitSet> ways = new LinkedHashSet<>();
        any.parts().forEach(part -> ways.addAll(ways(part)));
        yield ways;
      }
      case Observing.Repeats repeats ->
          joined(java.util.Collections.nCopies(repeats.times(), repeats.what()), (_, _) -> true);
      case Observing.Within within ->
          kept(
              ways(within.what()),
              way ->
                  BigDecimal.valueOf(bound(way, true) - (long) bound(way, false))
                          .compareTo(within.seconds())
                      <= 0);
      case Observing.StartStop span ->
          kept(
              ways(span.what()),
              way ->
                  !Watched.START.plusSeconds(bound(way, false)).isBefore(span.start().at())
                      && Watched.START.plusSeconds(bound(way, true)).isBefore(span.stop().at()));
    };
  }

  private Set<BitSet> single(Observing.One one) {
    Set<BitSet> ways = new LinkedHashSet<>();
    for (int i = 0; i < events.size(); i++) {
      Observed observed = events.get(i).of();
      var test = (Comparison.Test) one.comparison();
      int wanted = ((Constant.Number) test.constants().getFirst()).value().intValue();
      int kind = observed.objects().getFirst().path("kind").asInt();
      boolean holds =
          switch (test.operator()) {
            case EQUAL -> kind == wanted;
            case LESS -> kind < wanted;
            default -> kind > wanted;
          };
      if (holds) {
        BitSet way = new BitSet();
        way.set(i);
        ways.add(way);
      }
    }
    return ways;
  }

  private Set<BitSet> joined(List<Observing> parts, BiPredicate<BitSet, BitSet> fit) {
    Set<BitSet> ways = ways(parts.getFirst());
    for (Observing part : parts.subList(1, parts.size())) {
      Set<BitSet> more = new LinkedHashSet<>();
      for (BitSet next : ways(part)) {
        for (BitSet way : ways) {
          if (apart(way, next) && fit.test(way, next)) {
            BitSet both = (BitSet) way.clone();
            both.or(next);
            more.add(both);
          }
        }
      }
      ways = more;
    }
    return ways;
  }

  private boolean apart(BitSet a, BitSet b) {
    return a.stream()
        .noneMatch(x -> b.stream().anyMatch(y -> events.get(x).unit() == events.get(y).unit()));
  }

  private int bound(BitSet way, boolean last) {
    var seconds = way.stream().map(i -> events.get(i).second());
    return (last ? seconds.max() : seconds.min()).orElseThrow();
  }

  private static Set<BitSet> kept(Set<BitSet> ways, java.util.function.Predicate<BitSet> such) {
    Set<BitSet> kept = new LinkedHashSet<>(ways);
    kept.removeIf(such.negate());
    return kept;
  }
}
