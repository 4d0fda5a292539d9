package org.tocsin.web.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.tocsin.model.sharing.Role;

/** Reads the roles of the realm out of claims, and writes them as authorities. */
final class RealmRoles {
  /** Where Keycloak puts the realm's roles: an object with a list {@code roles}. */
  static final String CLAIM = "realm_access";

  private static final String PREFIX = "ROLE_";

  private RealmRoles() {}

  /** The roles a set of claims vouches for; those that mean nothing here are passed over. */
  static Set<Role> of(Map<String, Object> claims) {
    Set<Role> roles = new LinkedHashSet<>();
    if (claims.get(CLAIM) instanceof Map<?, ?> access
        && access.get("roles") instanceof Collection<?> names) {
      names.forEach(name -> Role.ofRealmName(String.valueOf(name)).ifPresent(roles::add));
    }
    return roles;
  }

  /** The authorities of roles, {@code ROLE_} before the name. */
  static Set<GrantedAuthority> authorities(Collection<Role> roles) {
    Set<GrantedAuthority> authorities = new LinkedHashSet<>();
    roles.forEach(role -> authorities.add(new SimpleGrantedAuthority(PREFIX + role.name())));
    return authorities;
  }

  /** The role an authority stands for; empty for the others there are. */
  static Optional<Role> of(GrantedAuthority authority) {
    @Nullable String text = authority.getAuthority();
    for (Role role : Role.values()) {
      if ((PREFIX + role.name()).equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
