package org.tocsin.store;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.warning.WarningState;

/**
 * Which warnings to look for; null, or an empty set, means no such condition, and all given ones
 * must hold.
 *
 * @param states where they stand; for the team, also where their working copies do
 * @param severity how bad it is
 * @param text words, or the number; a warning must hold each of them
 * @param toAcknowledgeBy only those that hold, and that this reader has not acknowledged as they
 *     are published now
 * @param incident only those that come of it; nothing but for the team
 * @param cursor where to go on, null for the newest
 * @param limit how many at most, 1 to 1,000
 */
public record WarningQuery(
    Set<WarningState> states,
    @Nullable Severity severity,
    @Nullable String text,
    @Nullable String toAcknowledgeBy,
    @Nullable UUID incident,
    @Nullable String cursor,
    int limit) {
  public WarningQuery {
    states = Set.copyOf(states);
  }

  /** Everything there is, from the newest on. */
  public static WarningQuery all(int limit) {
    return new WarningQuery(Set.of(), null, null, null, null, null, limit);
  }
}
