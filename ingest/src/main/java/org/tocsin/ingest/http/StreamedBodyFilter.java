package org.tocsin.ingest.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps everything before the controller off the body of a submission, and sees to it that a client
 * that is refused early hears of it. Comes before all other filters.
 */
final class StreamedBodyFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest submission = (HttpServletRequest) request;
    if (!submission.getMethod().equals("POST")) {
      chain.doFilter(request, response);
      return;
    }
    // answers are small, and a client knows that one is complete only by its length
    ContentCachingResponseWrapper answer =
        new ContentCachingResponseWrapper((HttpServletResponse) response);
    chain.doFilter(new QueryOnlyRequest(submission), answer);
    answer.copyBodyToResponse();
    if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      RestOfBody.read(submission, answer);
    }
  }
}
