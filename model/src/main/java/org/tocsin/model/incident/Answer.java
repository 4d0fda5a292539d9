package org.tocsin.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody wrote, which came in for the first time: it may answer to an incident that
 * is done with, or name another one.
 *
 * @param observation the mail, by content id
 * @param added when it was added
 * @param number the number of an incident its subject names, null for none
 */
public record Answer(UUID observation, Instant added, @Nullable String number) {
  /** So many of one exchange are kept apart where they come together. */
  private static final int MOST = 20;

  private static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::added).thenComparing(Answer::observation);

  /** Of both, the one that was added last for each number, and for none; the last of them all. */
  public static List<Answer> both(List<Answer> some, List<Answer> others) {
    List<Answer> all = new ArrayList<>(some);
    others.forEach(other -> add(all, other));
    return all;
  }

  private static void add(List<Answer> all, Answer answer) {
    List<Answer> same =
        all.stream().filter(one -> Objects.equals(one.number, answer.number)).toList();
    if (same.stream().allMatch(one -> ORDER.compare(one, answer) < 0)) {
      all.removeAll(same);
      all.add(answer);
    }
    if (all.size() > MOST) {
      all.remove(all.stream().min(ORDER).orElseThrow());
    }
  }

  /** The one that was added last. */
  public static Answer last(List<Answer> some) {
    return some.stream().max(ORDER).orElseThrow();
  }
}
