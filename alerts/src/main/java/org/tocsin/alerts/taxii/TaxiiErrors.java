package org.tocsin.alerts.taxii;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Answers whatever goes wrong below {@code /taxii2} with an error message of TAXII 2.1 (section
 * 3.6.1), also where it goes wrong before a controller is found. Comes before all others and leaves
 * every other address to them.
 */
final class TaxiiErrors implements HandlerExceptionResolver, WebMvcConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(TaxiiErrors.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.addFirst(this);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    if (!(request.getRequestURI() + "/").startsWith(TaxiiAddress.DISCOVERY)
        || response.isCommitted()) {
      return null;
    }
    if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
      write(response, message(request, response, e));
    }
    return new ModelAndView();
  }

  private static ErrorMessage message(
      HttpServletRequest request, HttpServletResponse response, Exception e) {
    return switch (e) {
      case TaxiiException told -> ErrorMessage.of(told);
      case InboxRefusedException refused -> refused(response, refused);
      case AuthenticationException unknown when Unauthenticated.is(unknown) -> {
        Unauthenticated.challenge(response);
        yield ErrorMessage.of(
            HttpStatus.UNAUTHORIZED,
            "Who you are is not known",
            "This address needs a bearer token, or a client id and secret, that is valid here.");
      }
      case AuthenticationException away ->
          away(response, RETRY, "The identity provider does not answer.");
      case AccessDeniedException denied ->
          ErrorMessage.of(HttpStatus.FORBIDDEN, "Not allowed", "Your roles do not include this.");
      case StoreUnavailableException away ->
          away(response, RETRY, "The search index does not answer.");
      case StreamUnavailableException away ->
          away(response, away.retryAfter(), "The log does not answer.");
      case ErrorResponse known -> known(response, known);
      default -> unexpected(request, e);
    };
  }

  private static ErrorMessage refused(HttpServletResponse response, InboxRefusedException e) {
    if (e.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(e.retryAfter()));
    }
    return ErrorMessage.of(e.status(), e.title(), e.description());
  }

  private static ErrorMessage away(HttpServletResponse response, Duration wait, String what) {
    response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
    return ErrorMessage.of(HttpStatus.SERVICE_UNAVAILABLE, "Not just now", what);
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private static ErrorMessage known(HttpServletResponse response, ErrorResponse e) {
    e.getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
    String description =
        status == HttpStatus.NOT_FOUND
            ? "Nothing is at this address; every address of TAXII ends with a slash."
            : "The request is not one this address answers.";
    return ErrorMessage.of(status, status.getReasonPhrase(), description);
  }

  private static ErrorMessage unexpected(HttpServletRequest request, Exception e) {
    String reference = UUID.randomUUID().toString();
    LOG.error("{} failed, reference {}", request.getRequestURI(), reference, e);
    return new ErrorMessage(
        "Our fault", "Something failed that should not. It is in the log.", reference, "500");
  }

  private static void write(HttpServletResponse response, ErrorMessage message) {
    response.setStatus(message.status().value());
    response.setContentType(TaxiiMediaType.TAXII.toString());
    try {
      response.getOutputStream().write(StixJson.MAPPER.writeValueAsBytes(message));
    } catch (IOException gone) {
      throw new UncheckedIOException("the client left before it was told", gone);
    }
  }
}
