package org.tocsin.model.sharing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param name the person's user name or the machine's client id; what submissions are kept under
 * @param roles the roles the identity provider vouches for
 * @param organisation the organisation the identity belongs to, null when it names none
 * @param membership what the directory says of that organisation
 */
public record Reader(
    String name, Set<Role> roles, @Nullable String organisation, Membership membership) {
  /** Somebody nobody vouches for. */
  public static final Reader ANONYMOUS = new Reader("anonymous", Set.of(), null);

  public Reader {
    roles = Set.copyOf(roles);
  }

  /** One of whose organisation nothing is known but its name. */
  public Reader(String name, Set<Role> roles, @Nullable String organisation) {
    this(name, roles, organisation, Membership.NONE);
  }

  /** The same with what the directory says of the organisation. */
  public Reader knownTo(Memberships memberships) {
    return organisation == null
        ? this
        : new Reader(name, roles, organisation, memberships.of(organisation));
  }

  /** Whether this is one of the node's own team. */
  public boolean isStaff() {
    return roles.stream().anyMatch(Role::isStaff);
  }
}
