package org.tocsin.ingest.http;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

/**
 * Takes the sender from Spring Security: the authority {@code ROLE_FOCAL_POINT} stands for the role
 * of that name. Knows nothing of organisations, which are in claims only their decoder understands.
 */
public final class AuthorityReaders implements ReaderSource {
  private static final String PREFIX = "ROLE_";

  @Override
  public Reader current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      return Reader.ANONYMOUS;
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (GrantedAuthority authority : who.getAuthorities()) {
      for (Role role : Role.values()) {
        if ((PREFIX + role.name()).equals(authority.getAuthority())) {
          roles.add(role);
        }
      }
    }
    return new Reader(who.getName(), roles, null);
  }
}
