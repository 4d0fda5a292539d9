package org.tocsin.formats.misp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the comparisons of one attribute or object together as a pattern. */
final class Patterns {
  private Patterns() {}

  /**
   * The pattern. What is said of one observable stands in one pair of brackets; several values of
   * one property are alternatives, everything else has to hold together.
   *
   * @param comparisons at least one
   */
  static String of(Collection<Comparison> comparisons) {
    Map<String, Map<String, Set<Comparison>>> byType = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      byType
          .computeIfAbsent(comparison.type(), type -> new LinkedHashMap<>())
          .computeIfAbsent(comparison.path(), path -> new LinkedHashSet<>())
          .add(comparison);
    }
    List<String> observations = new ArrayList<>();
    byType.values().forEach(paths -> observations.add("[" + together(paths.values()) + "]"));
    return String.join(" AND ", observations);
  }

  private static String together(Collection<Set<Comparison>> paths) {
    List<String> all = new ArrayList<>();
    for (Set<Comparison> values : paths) {
      String alternatives = String.join(" OR ", values.stream().map(Comparison::toString).toList());
      all.add(values.size() > 1 && paths.size() > 1 ? "(" + alternatives + ")" : alternatives);
    }
    return String.join(" AND ", all);
  }
}
