package org.tocsin.web.problem;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Keycloak does not answer, so nobody can say whether the identity is good. Worth trying again. */
public final class IdentityUnavailableException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  /** How long to wait before the next try. */
  public static final Duration RETRY = Duration.ofSeconds(5);

  /** Says what was being done. */
  public IdentityUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
