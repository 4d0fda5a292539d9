package org.tocsin.model.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that what is observed of an incident may have changed.
 *
 * @param incident which
 * @param opening how it is to be opened where it is not open yet; null where somebody else says so
 */
public record Touched(UUID incident, @Nullable Opening opening) {
  /** Something was observed. */
  public static Touched by(Opening opening) {
    return new Touched(opening.episode().id(), opening);
  }

  /** Something that was observed belongs to another incident now. */
  public static Touched left(UUID incident) {
    return new Touched(incident, null);
  }
}
