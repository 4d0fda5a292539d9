package org.tocsin.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends people to sign in. A part of a page that htmx asks for cannot be led to another origin, so
 * it makes the whole page load anew instead.
 */
final class SignInEntry implements AuthenticationEntryPoint {
  private final AuthenticationEntryPoint signIn;

  SignInEntry(String address) {
    signIn = new LoginUrlAuthenticationEntryPoint(address);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (isPart(request)) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      signIn.commence(request, response, e);
    }
  }

  static boolean isPart(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }
}
