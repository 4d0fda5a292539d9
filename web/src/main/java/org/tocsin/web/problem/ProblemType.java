package org.tocsin.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.tocsin.model.journal.RefusedException;

/**
 * The kinds of problem there are (RFC 9457 section 3.1.1), each explained on the page its type
 * leads to.
 */
public enum ProblemType {
  BAD_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request cannot be read",
      "A parameter or the body is not what it should be. The member \"parameter\" names it where"
          + " there is one. Correct the request; repeating it as it is does not help."),
  UNAUTHENTICATED(
      HttpStatus.UNAUTHORIZED,
      "Who is asking?",
      "Send a bearer token of the realm, or the client id and secret of a machine by HTTP Basic."),
  FORBIDDEN(
      HttpStatus.FORBIDDEN,
      "Not for this role",
      "The identity is known, but its roles do not include this action."),
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "Nothing here",
      "There is no such thing, or the sharing policy does not let you see it: both look the same."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "Not with this method",
      "The header Allow lists the methods this address knows."),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "Not in this form",
      "None of the media types in the header Accept can be served here."),
  INCOMPLETE(
      HttpStatus.REQUEST_TIMEOUT,
      "The body broke off before its end",
      "Not all of the body came, or nothing more of it for too long. Send it again from its start;"
          + " an Idempotency-Key makes that safe."),
  CONFLICT(
      HttpStatus.CONFLICT,
      "Things have changed",
      "What this is about is in another version or another state than the request assumes. Look"
          + " again, and decide again."),
  GONE(
      HttpStatus.GONE,
      "No longer kept",
      "It was here, and retention has taken it. What was made of it is still here."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "Too large",
      "The body, or one record in it, is larger than the limit. Send it in smaller pieces."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "Unknown media type",
      "The content type or encoding of the body is not one that is read here."),
  UNPROCESSABLE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "Understood, but not possible",
      "The request contradicts something that is already known; the detail says what."),
  TOO_MANY_REQUESTS(
      HttpStatus.TOO_MANY_REQUESTS,
      "Slower, please",
      "The platform is behind. Repeat the request after the time the header Retry-After gives."),
  INTERNAL(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Our fault",
      "Something failed that should not. The member \"reference\" finds it in the log."),
  UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Not just now",
      "A part the platform needs does not answer. Repeat the request after the time the header"
          + " Retry-After gives; nothing that was accepted is lost.");

  /** Where the page about all of them is. */
  public static final String PAGE = "/problems";

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The name of the type in its address, such as {@code not-found}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The HTTP status that goes with it. */
  public HttpStatus status() {
    return status;
  }

  /** A few words that are the same for every problem of this type. */
  public String title() {
    return title;
  }

  /** What it means and what to do. */
  public String explanation() {
    return explanation;
  }

  /** The address that identifies and explains the type. */
  public URI uri() {
    return URI.create(PAGE + "#" + key());
  }

  /** A problem of this type. */
  public ProblemDetail because(String detail) {
    return describe(ProblemDetail.forStatusAndDetail(status, detail));
  }

  /** Gives a problem this type and title, and a detail where it has none. */
  ProblemDetail describe(ProblemDetail problem) {
    problem.setType(uri());
    problem.setTitle(title);
    if (problem.getDetail() == null) {
      problem.setDetail(explanation);
    }
    return problem;
  }

  /** The type of a command that cannot be carried out for that reason. */
  public static ProblemType of(RefusedException.Reason reason) {
    return switch (reason) {
      case INVALID -> BAD_REQUEST;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case WRONG_STATE -> CONFLICT;
    };
  }

  /** The type for that status; the nearest one where no type has it. */
  static ProblemType of(HttpStatusCode status) {
    return Arrays.stream(values())
        .filter(type -> type.status.value() == status.value())
        .findFirst()
        .orElse(status.is4xxClientError() ? BAD_REQUEST : INTERNAL);
  }
}
