package org.tocsin.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody wrote, which came in for the first time: it may answer to an incident that
 * is done with, or name another one.
 *
 * @param observation the mail, by content id
 * @param added when it was added
 * @param number the number of an incident its subject names, null for none
 * @param mails the mails it names, by their ids: itself and those it answers, and those that others
 *     named which it stands for
 */
public record Answer(UUID observation, Instant added, @Nullable String number, List<String> mails) {
  /** So many of one exchange are kept apart where they come together. */
  private static final int MOST = 20;

  private static final int MOST_MAILS = 200;

  private static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::added).thenComparing(Answer::observation);

  public Answer {
    mails = mails == null ? List.of() : List.copyOf(mails); // as it was once written
  }

  /** One that names no mails. */
  public Answer(UUID observation, Instant added, @Nullable String number) {
    this(observation, added, number, List.of());
  }

  /** Of both, the one that was added last for each number, and for none; the last of them all. */
  public static List<Answer> both(List<Answer> some, List<Answer> others) {
    List<Answer> all = new ArrayList<>(some);
    others.forEach(other -> add(all, other));
    return all;
  }

  private static void add(List<Answer> all, Answer answer) {
    List<Answer> same =
        all.stream().filter(one -> Objects.equals(one.number, answer.number)).toList();
    Answer last = Stream.concat(same.stream(), Stream.of(answer)).max(ORDER).orElseThrow();
    all.removeAll(same);
    all.add(last.naming(Stream.concat(same.stream(), Stream.of(answer))));
    if (all.size() > MOST) {
      all.remove(all.stream().min(ORDER).orElseThrow());
    }
  }

  private Answer naming(Stream<Answer> others) {
    List<String> all =
        others.flatMap(other -> other.mails.stream()).distinct().limit(MOST_MAILS).toList();
    return new Answer(observation, added, number, all);
  }

  /** The one that was added last. */
  public static Answer last(List<Answer> some) {
    return some.stream().max(ORDER).orElseThrow();
  }
}
