package org.tocsin.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tocsin.web.problem.BusyException;

/**
 * Lets only so many requests at a time hold a whole file in memory: a file that is added to an
 * incident or fetched from it, and the raw bytes of an observation or a reject. A request has its
 * turn until its answer is written; who waits too long is told when to come back.
 */
final class WholeFiles implements HandlerInterceptor, WebMvcConfigurer {
  /** In the API and in the console. */
  static final String[] PATHS = {
    "/**/incidents/*/attachments",
    "/**/incidents/*/attachments/*",
    "/**/observations/*/raw",
    "/**/rejects/*/raw"
  };

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final String TURN = WholeFiles.class.getName();

  private final Semaphore turns;
  private final Duration patience;

  WholeFiles(int atOnce, Duration patience) {
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(PATHS);
  }

  /**
   * Waits for a turn.
   *
   * @throws BusyException when there is none in time
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!isOfWholeFile(request)) {
      return true;
    }
    if (!isMyTurn()) {
      throw new BusyException("Many files are on their way just now.", RETRY_AFTER);
    }
    request.setAttribute(TURN, true);
    return true;
  }

  /** The list of the files of an incident holds none of them. */
  private static boolean isOfWholeFile(HttpServletRequest request) {
    boolean adds = HttpMethod.POST.matches(request.getMethod());
    boolean ofOne =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> names
            && names.containsKey("attachment");
    return adds || ofOne || request.getRequestURI().endsWith("/raw");
  }

  private boolean isMyTurn() {
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception fault) {
    if (request.getAttribute(TURN) != null) {
      request.removeAttribute(TURN);
      turns.release();
    }
  }
}
