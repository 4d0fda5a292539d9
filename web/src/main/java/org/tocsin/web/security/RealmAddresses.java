package org.tocsin.web.security;

import java.net.URI;

/**
 * Where the realm answers. Keycloak's paths below a realm are fixed, so nothing is asked at start
 * and the program starts while Keycloak is down.
 */
final class RealmAddresses {
  private static final String PROTOCOL = "/protocol/openid-connect/";

  private final URI issuer;
  private final URI backchannel;

  RealmAddresses(IdentityProperties properties) {
    issuer = properties.issuer();
    backchannel = properties.backchannel() == null ? issuer : properties.backchannel();
  }

  /** The issuer as tokens name it. */
  String issuer() {
    return issuer.toString();
  }

  /** Scheme, host and port of the issuer: what a browser is sent to. */
  String origin() {
    return issuer.getScheme() + "://" + issuer.getRawAuthority();
  }

  /** Where browsers sign in. */
  String authorization() {
    return issuer + PROTOCOL + "auth";
  }

  /** Where browsers sign out (OpenID Connect RP-Initiated Logout 1.0). */
  String endSession() {
    return issuer + PROTOCOL + "logout";
  }

  /** Where codes and client secrets become tokens. */
  URI token() {
    return URI.create(backchannel + PROTOCOL + "token");
  }

  /** Where the realm's public keys are. */
  URI keys() {
    return URI.create(backchannel + PROTOCOL + "certs");
  }
}
