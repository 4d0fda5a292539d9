package org.tocsin.web.fake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;

/** Who asks in a test. */
public final class As {
  private As() {}

  /** Somebody with a token. */
  public static RequestPostProcessor program(String name, Role... roles) {
    return jwt().jwt(token -> token.subject(name)).authorities(authorities(roles));
  }

  /** Somebody signed in to the console. */
  public static RequestPostProcessor person(String name, Role... roles) {
    return oidcLogin()
        .idToken(token -> token.subject(name).claim("organisation", "CERT-FR demo"))
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
