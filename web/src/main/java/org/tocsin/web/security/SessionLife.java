package org.tocsin.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session some time after it began, however busy it is: live pages would keep it for ever,
 * and with it roles that were taken away meanwhile.
 */
final class SessionLife extends OncePerRequestFilter {
  private final Duration life;
  private final InstantSource clock;

  SessionLife(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && isOver(session)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpSession session) {
    return Instant.ofEpochMilli(session.getCreationTime()).plus(life).isBefore(clock.instant());
  }
}
