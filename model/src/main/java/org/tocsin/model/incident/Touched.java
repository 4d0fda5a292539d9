package org.tocsin.model.incident;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that what is observed of an incident may have changed.
 *
 * @param incident which
 * @param opening how it is to be opened where it is not open yet; null where somebody else says so
 * @param answers mails that came in for the first time, see {@link Answer#both}
 */
public record Touched(UUID incident, @Nullable Opening opening, List<Answer> answers) {
  public Touched {
    answers = answers == null ? List.of() : List.copyOf(answers); // as it was once written
  }

  /** Something was observed. */
  public static Touched by(Opening opening) {
    return by(opening, List.of());
  }

  /** Something was observed, those mails among it. */
  public static Touched by(Opening opening, List<Answer> answers) {
    return new Touched(opening.episode().id(), opening, answers);
  }

  /** Something that was observed belongs to another incident now. */
  public static Touched left(UUID incident) {
    return new Touched(incident, null, List.of());
  }
}
