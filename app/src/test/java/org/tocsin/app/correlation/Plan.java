package org.tocsin.app.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the analyst does, fixed by the input: each step is about incidents no other one is about, or
 * follows the one before it.
 */
record Plan(List<Step> steps) {
  private static final int PLANNED_GROUPS = 120;

  /**
   * One action.
   *
   * @param key the incident it is given on
   * @param other the incident it is about as well, empty for none
   * @param numbers the records it moves
   */
  record Step(String action, String key, String other, Set<Integer> numbers) {}

  /** Out of the groups that can be told apart by what their incidents say. */
  static Plan of(Map<String, Set<Integer>> groups) {
    List<String> keys =
        groups.keySet().stream().filter(Plan::saysWhere).limit(PLANNED_GROUPS).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i + 6 < keys.size(); i += 7) {
      steps.add(new Step("resolve", keys.get(i), "", Set.of()));
      steps.add(new Step("merge", keys.get(i + 1), keys.get(i + 2), Set.of()));
      steps.add(new Step("split", keys.get(i + 3), "", some(groups.get(keys.get(i + 3)))));
      steps.add(new Step("merge", keys.get(i + 4), keys.get(i + 5), Set.of()));
      steps.add(new Step("unmerge", keys.get(i + 4), keys.get(i + 5), Set.of()));
    }
    return new Plan(steps);
  }

  private static boolean saysWhere(String key) {
    return key.split("\\|", -1)[4].isEmpty();
  }

  private static Set<Integer> some(Set<Integer> group) {
    return group.stream()
        .limit(Math.max(1, group.size() / 3))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
