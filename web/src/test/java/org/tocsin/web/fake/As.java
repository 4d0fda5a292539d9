package org.tocsin.web.fake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;

/** Who asks in a test. */
public final class As {
  /** The organisation of those of whom no other is said. */
  public static final String ORGANISATION = "CERT-FR demo";

  private As() {}

  /** Somebody with a token, of no organisation. */
  public static RequestPostProcessor program(String name, Role... roles) {
    return jwt().jwt(token -> token.subject(name)).authorities(authorities(roles));
  }

  /** Somebody signed in to the console. */
  public static RequestPostProcessor person(String name, Role... roles) {
    return personOf(ORGANISATION, name, roles);
  }

  /** Somebody with a token, of that organisation. */
  public static RequestPostProcessor programOf(String organisation, String name, Role... roles) {
    return jwt()
        .jwt(token -> token.subject(name).claim("organisation", organisation))
        .authorities(authorities(roles));
  }

  /** Somebody of that organisation signed in to the console. */
  public static RequestPostProcessor personOf(String organisation, String name, Role... roles) {
    return oidcLogin()
        .idToken(token -> token.subject(name).claim("organisation", organisation))
        .authorities(authorities(roles));
  }

  private static SimpleGrantedAuthority[] authorities(Role... roles) {
    SimpleGrantedAuthority[] authorities = new SimpleGrantedAuthority[roles.length];
    for (int at = 0; at < roles.length; at++) {
      authorities[at] = new SimpleGrantedAuthority("ROLE_" + roles[at].name());
    }
    return authorities;
  }
}
