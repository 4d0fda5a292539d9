package org.tocsin.model.sharing;

import java.util.Set;

/**
 * Whom something was addressed to by name.
 *
 * @param organisations names of organisations
 * @param groups ids of sharing groups; naming one names each of its members
 * @param persons user names
 */
public record Audience(Set<String> organisations, Set<String> groups, Set<String> persons) {
  /** Nobody in particular. */
  public static final Audience NOBODY = new Audience(Set.of(), Set.of(), Set.of());

  public Audience {
    organisations = Set.copyOf(organisations);
    groups = Set.copyOf(groups);
    persons = Set.copyOf(persons);
  }
}
