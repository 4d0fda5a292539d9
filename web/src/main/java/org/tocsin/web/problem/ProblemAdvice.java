package org.tocsin.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.web.command.JournalUnavailableException;
import org.tocsin.web.command.VersionConflictException;

/**
 * Turns whatever goes wrong into a problem document (RFC 9457), for the controllers of every
 * module; for a person in a browser into an error page with the same words.
 */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {
  /** The request attribute the error page finds the problem under. */
  static final String ATTRIBUTE = ProblemAdvice.class.getName();

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Duration STORE_RETRY = Duration.ofSeconds(5);

  @ExceptionHandler
  @Nullable ResponseEntity<Object> badParameter(BadParameterException e, WebRequest request) {
    ProblemDetail problem = ProblemType.BAD_REQUEST.because(e.explanation());
    if (e.parameter() != null) {
      problem.setProperty("parameter", e.parameter());
    }
    return answer(e, problem, new HttpHeaders(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> notVisible(NotVisibleException e, WebRequest request) {
    return answer(e, ProblemType.NOT_FOUND, String.valueOf(e.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> refused(RefusedException e, WebRequest request) {
    return answer(e, ProblemType.of(e.reason()), String.valueOf(e.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> otherVersion(VersionConflictException e, WebRequest request) {
    ProblemDetail problem = ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    e.current()
        .ifPresent(current -> {
          problem.setProperty("version", current.version());
          problem.setProperty("current", current.state());
        });
    return answer(e, problem, new HttpHeaders(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> noLongerKept(NoLongerKeptException e, WebRequest request) {
    return answer(e, ProblemType.GONE, String.valueOf(e.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> tooLarge(TooLargeException e, WebRequest request) {
    return answer(e, ProblemType.TOO_LARGE, String.valueOf(e.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unauthenticated(AuthenticationException e, WebRequest request) {
    HttpHeaders headers = new HttpHeaders();
    boolean tried = ((ServletWebRequest) request).getHeader(HttpHeaders.AUTHORIZATION) != null;
    headers.add(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer realm=\"tocsin\"" + (tried ? ", error=\"invalid_token\"" : ""));
    headers.add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tocsin\", charset=\"UTF-8\"");
    String detail =
        tried
            ? "The token, or the client id and secret, is not valid here or has run out."
            : "This address needs a bearer token, or a client id and secret.";
    return answer(e, ProblemType.UNAUTHENTICATED.because(detail), headers, request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> forbidden(AccessDeniedException e, WebRequest request) {
    return answer(e, ProblemType.FORBIDDEN, "Your roles do not include this action here.", request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> storeAway(StoreUnavailableException e, WebRequest request) {
    return unavailable(e, "The search index does not answer.", STORE_RETRY, request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> streamAway(StreamUnavailableException e, WebRequest request) {
    return unavailable(e, "Kafka does not answer.", e.retryAfter(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> journalAway(JournalUnavailableException e, WebRequest request) {
    return unavailable(e, String.valueOf(e.getMessage()), e.retryAfter(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> busy(BusyException e, WebRequest request) {
    return unavailable(e, String.valueOf(e.getMessage()), e.retryAfter(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> identityAway(
      IdentityUnavailableException e, WebRequest request) {
    return unavailable(
        e, "The identity provider does not answer.", IdentityUnavailableException.RETRY, request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null;
    }
    String reference = UUID.randomUUID().toString();
    LOG.error("{} failed, reference {}", request.getDescription(false), reference, e);
    ProblemDetail problem =
        ProblemType.INTERNAL.because("Something failed that should not. It is in the log.");
    problem.setProperty("reference", reference);
    return answer(e, problem, new HttpHeaders(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : "value";
    ProblemDetail problem =
        ProblemType.BAD_REQUEST.because("The value of '" + name + "' cannot be read.");
    problem.setProperty("parameter", name);
    return answer(e, problem, headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(e, ProblemType.NOT_FOUND, "Nothing is at this address.", request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = problem(e, body, status);
    if (!isTyped(problem)) {
      if (status.value() == ProblemType.INTERNAL.status().value()) {
        return unexpected(e, request);
      }
      ProblemType.of(status).describe(problem);
    }
    ServletWebRequest servlet = (ServletWebRequest) request;
    HttpServletResponse response = servlet.getResponse();
    if (response == null || response.isCommitted()) {
      return null;
    }
    HttpServletRequest asked = servlet.getRequest();
    if (!Audience.wantsPage(asked, asked.getRequestURI())) {
      return super.handleExceptionInternal(e, problem, headers, status, request);
    }
    return page(problem, headers, asked, response);
  }

  private ProblemDetail problem(Exception e, @Nullable Object body, HttpStatusCode status) {
    if (body instanceof ProblemDetail given) {
      return given;
    }
    return e instanceof ErrorResponse told
        ? told.updateAndGetBody(getMessageSource(), LocaleContextHolder.getLocale())
        : ProblemDetail.forStatus(status);
  }

  private static boolean isTyped(ProblemDetail problem) {
    return problem.getType() != null && !"about:blank".equals(problem.getType().toString());
  }

  /** Hands over to the error page by the container's error dispatch. */
  private static @Nullable ResponseEntity<Object> page(
      ProblemDetail problem,
      HttpHeaders headers,
      HttpServletRequest request,
      HttpServletResponse response) {
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    request.setAttribute(ATTRIBUTE, problem);
    try {
      response.sendError(problem.getStatus());
    } catch (IOException e) {
      LOG.debug("the browser left before it got its error page", e);
    }
    return null;
  }

  private @Nullable ResponseEntity<Object> unavailable(
      Exception e, String detail, Duration retryAfter, WebRequest request) {
    LOG.warn("{}: {}", request.getDescription(false), detail);
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    return answer(e, ProblemType.UNAVAILABLE.because(detail), headers, request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception e, ProblemType type, String detail, WebRequest request) {
    return answer(e, type.because(detail), new HttpHeaders(), request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception e, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
    HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
    return handleExceptionInternal(e, problem, headers, status, request);
  }
}
