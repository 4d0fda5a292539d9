package org.tocsin.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.tocsin.web.problem.TooLargeException;

/**
 * Turns away what is larger than all files may be together before anybody looks into it: the
 * container would drop the whole form, and with it what shows that it is the console's own.
 */
final class LargeUploads extends OncePerRequestFilter {
  private static final String PATH = "/attachments";

  private final Uploads uploads;
  private final HandlerExceptionResolver problems;

  LargeUploads(Uploads uploads, HandlerExceptionResolver problems) {
    this.uploads = uploads;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !request.getRequestURI().endsWith(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      uploads.requireLength(request.getContentLengthLong());
    } catch (TooLargeException e) {
      problems.resolveException(request, response, null, e);
      return;
    }
    chain.doFilter(request, response);
  }
}
