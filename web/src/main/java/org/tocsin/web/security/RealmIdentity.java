package org.tocsin.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who an access token stands for: a person by user name, a machine by client id. */
final class RealmIdentity implements Converter<Jwt, AbstractAuthenticationToken> {
  /** What Keycloak puts before the client id to name a machine's account. */
  private static final String MACHINE = "service-account-";

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    return new JwtAuthenticationToken(
        token, RealmRoles.authorities(RealmRoles.of(token.getClaims())), name(token));
  }

  private static String name(Jwt token) {
    String user = token.getClaimAsString("preferred_username");
    String client = client(token);
    // Only the machine's own client may drop the prefix, so that no person can pose as a machine.
    if (client != null && (user == null || user.equals(MACHINE + client))) {
      return client;
    }
    return user == null ? String.valueOf(token.getSubject()) : user;
  }

  private static @Nullable String client(Jwt token) {
    String client = token.getClaimAsString("client_id");
    return client == null ? token.getClaimAsString("azp") : client;
  }
}
