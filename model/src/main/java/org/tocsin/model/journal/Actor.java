package org.tocsin.model.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

/**
 * Who gave a command.
 *
 * @param name the person's user name, the machine's client id, or the name of the rule
 * @param roles the roles the identity provider vouched for at the time; none for a rule
 * @param organisation the organisation they spoke for, null for the node itself
 */
public record Actor(String name, Set<Role> roles, @Nullable String organisation) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** A person or machine. */
  public static Actor of(Reader reader) {
    return new Actor(reader.name(), reader.roles(), reader.organisation());
  }

  /** A rule of the node, such as {@code correlator}. */
  public static Actor rule(String name) {
    return new Actor(name, Set.of(), null);
  }

  /** Whether they have one of those roles. */
  public boolean hasAny(Role... some) {
    return Set.of(some).stream().anyMatch(roles::contains);
  }
}
