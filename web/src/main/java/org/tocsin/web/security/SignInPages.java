package org.tocsin.web.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages on either side of signing in, open to everybody. */
@Controller
final class SignInPages {
  /** Where Keycloak sends people who signed out. */
  static final String SIGNED_OUT = "/signed-out";

  /** Where people land whom Keycloak did not vouch for. */
  static final String FAILED = "/sign-in-failed";

  @GetMapping(SIGNED_OUT)
  String signedOut() {
    return "sign-in/signed-out";
  }

  @GetMapping(FAILED)
  String failed() {
    return "sign-in/failed";
  }
}
