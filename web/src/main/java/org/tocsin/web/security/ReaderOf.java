package org.tocsin.web.security;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

/** Tells the sharing policy who is asking. */
public final class ReaderOf {
  private static final String ORGANISATION = "organisation";

  private ReaderOf() {}

  /**
   * The reader an authentication stands for, of whose organisation the directory has not been asked
   * yet.
   *
   * @param authentication null where nobody signed in
   */
  public static Reader authentication(@Nullable Authentication authentication) {
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Reader.ANONYMOUS;
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    authentication
        .getAuthorities()
        .forEach(authority -> RealmRoles.of(authority).ifPresent(roles::add));
    return new Reader(authentication.getName(), roles, organisation(authentication.getPrincipal()));
  }

  private static @Nullable String organisation(@Nullable Object principal) {
    return switch (principal) {
      case Jwt token -> token.getClaimAsString(ORGANISATION);
      case OidcUser user -> user.getClaimAsString(ORGANISATION);
      case null, default -> null;
    };
  }
}
