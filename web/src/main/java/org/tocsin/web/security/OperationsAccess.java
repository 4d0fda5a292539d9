package org.tocsin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who may read figures of operation, such as metrics: the node's team, and whoever asks from this
 * very machine without a proxy between (a local Prometheus knows no tokens).
 */
final class OperationsAccess implements AuthorizationManager<RequestAuthorizationContext> {
  private static final IpAddressMatcher LOOPBACK_4 = new IpAddressMatcher("127.0.0.0/8");
  private static final IpAddressMatcher LOOPBACK_6 = new IpAddressMatcher("::1");

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        isLocal(context.getRequest()) || ReaderOf.authentication(authentication.get()).isStaff());
  }

  private static boolean isLocal(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    boolean proxied =
        request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    return !proxied && (LOOPBACK_4.matches(address) || LOOPBACK_6.matches(address));
  }
}
