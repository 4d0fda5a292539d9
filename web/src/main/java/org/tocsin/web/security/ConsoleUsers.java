package org.tocsin.web.security;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.tocsin.model.sharing.Role;

/**
 * Makes the console's user of what the realm sent at sign-in. Keycloak puts roles into the access
 * token, and into the ID token where it is told to; both are signed and both count.
 */
final class ConsoleUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
  private static final String NAME = "preferred_username";

  private final JwtDecoder tokens;

  ConsoleUsers(JwtDecoder tokens) {
    this.tokens = tokens;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    Map<String, Object> access = accessClaims(request.getAccessToken().getTokenValue());
    Map<String, Object> id = request.getIdToken().getClaims();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(RealmRoles.of(access));
    roles.addAll(RealmRoles.of(id));
    Map<String, Object> info = new HashMap<>();
    for (String claim : List.of("sub", NAME, "organisation")) {
      Object value = id.getOrDefault(claim, access.get(claim));
      if (value != null) {
        info.put(claim, value);
      }
    }
    return new DefaultOidcUser(
        RealmRoles.authorities(roles),
        request.getIdToken(),
        new OidcUserInfo(info),
        info.containsKey(NAME) ? NAME : "sub");
  }

  private Map<String, Object> accessClaims(String token) {
    try {
      return tokens.decode(token).getClaims();
    } catch (BadJwtException e) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error("invalid_token", "the realm's access token cannot be read", null), e);
    }
  }
}
