package org.tocsin.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers are told about the answers (Content Security Policy Level 3). Strict transport
 * security and nosniff are Spring Security's own; the former is sent over HTTPS only.
 */
final class ResponseHeaders {
  private ResponseHeaders() {}

  /** Answers for programs are never a page: nothing in them may load or be framed. */
  static void forPrograms(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  /**
   * Pages load from here alone, and hold neither scripts nor styles of their own.
   *
   * @param identityOrigin where the form for signing out is led on to, which form-action covers too
   */
  static void forPages(HeadersConfigurer<HttpSecurity> headers, String identityOrigin) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(pagePolicy(identityOrigin)))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
  }

  private static String pagePolicy(String identityOrigin) {
    return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
        + " frame-ancestors 'none'; form-action 'self' "
        + identityOrigin;
  }
}
