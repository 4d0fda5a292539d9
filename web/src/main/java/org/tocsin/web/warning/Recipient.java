package org.tocsin.web.warning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, or persons of it, that a warning reaches.
 *
 * @param organisation its id, null for persons no organisation of the directory knows
 * @param name what it calls itself
 * @param via what it is addressed by: its own name, or sharing groups; empty where the level alone
 *     lets it see
 * @param people the user names and client ids that speak for it; of a warning for persons, those
 *     who were named
 */
public record Recipient(
    @Nullable String organisation, String name, List<String> via, List<String> people) {
  public Recipient {
    via = List.copyOf(via);
    people = List.copyOf(people);
  }
}
