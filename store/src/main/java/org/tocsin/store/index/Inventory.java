package org.tocsin.store.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The indices there are at one moment.
 *
 * @param current the generation the aliases point to, 0 where there is none yet
 * @param indices the names of all indices of each generation
 */
record Inventory(int current, Map<Integer, Set<String>> indices) {
  Inventory {
    indices = Map.copyOf(indices);
  }

  Set<String> of(int generation) {
    return indices.getOrDefault(generation, Set.of());
  }

  List<String> list(int generation) {
    return of(generation).stream().sorted().toList();
  }

  /** The indices of generations after the current one. */
  List<String> later() {
    return indices.keySet().stream()
        .filter(generation -> generation > current)
        .flatMap(generation -> list(generation).stream())
        .toList();
  }

  /** The indices of generations before that one. */
  List<String> before(int generation) {
    return indices.keySet().stream()
        .filter(each -> each < generation)
        .flatMap(each -> list(each).stream())
        .toList();
  }
}
