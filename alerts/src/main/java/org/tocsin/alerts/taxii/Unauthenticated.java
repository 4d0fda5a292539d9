package org.tocsin.alerts.taxii;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Tells who is not signed in from whose identity could not be checked. */
final class Unauthenticated {
  private Unauthenticated() {}

  /** Whether credentials are missing or not valid. */
  static boolean is(AuthenticationException e) {
    return e instanceof InsufficientAuthenticationException
        || e instanceof AuthenticationCredentialsNotFoundException
        || e instanceof BadCredentialsException
        || e instanceof OAuth2AuthenticationException;
  }

  /** Says how to sign in: TAXII 2.1 section 6.2 wants HTTP Basic, tokens are RFC 6750. */
  static void challenge(HttpServletResponse response) {
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tocsin\"");
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tocsin\", charset=\"UTF-8\"");
  }
}
