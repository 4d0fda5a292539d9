package org.tocsin.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.ingest.submission.Batch;
import org.tocsin.ingest.submission.Receipt;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Answers what is refused with a problem document (RFC 9457). Where files came together and some
 * were kept before one was refused, the member {@code receipts} names them: what is kept is never
 * kept from the client.
 */
@RestControllerAdvice(assignableTypes = ReportsController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ReportProblems {
  /** The request attribute with the batch that was being taken. */
  static final String BATCH = Batch.class.getName();

  private static final Logger logger = LoggerFactory.getLogger(ReportProblems.class);

  private final Push push;

  /** Tells that of each. */
  ReportProblems(Push push) {
    this.push = push;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException e, HttpServletRequest request) {
    push.refused(taken(request));
    HttpHeaders headers = new HttpHeaders();
    if (e.refusal() == Refusal.NOT_AUTHENTICATED) {
      headers.add(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tocsin\"");
      headers.add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tocsin\", charset=\"UTF-8\"");
    }
    if (e.refusal() == Refusal.UNSUPPORTED_ENCODING) {
      // RFC 9110 section 15.5.16
      headers.add(HttpHeaders.ACCEPT_ENCODING, "gzip");
    }
    return answer(e.refusal(), e.detail(), headers, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> later(RetryableRefusalException e, HttpServletRequest request) {
    if (e.refusal() == Refusal.PAUSED) {
      push.refused(taken(request));
    } else {
      push.failed(e.refusal().title() + ".", taken(request));
    }
    return answerLater(e.refusal(), e.retryAfter(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> logAway(StreamUnavailableException e, HttpServletRequest request) {
    logger.warn("A submission could not be kept: {}", e.getMessage());
    push.failed(Refusal.LOG_UNAVAILABLE.title() + ".", taken(request));
    return answerLater(Refusal.LOG_UNAVAILABLE, e.retryAfter(), request);
  }

  /** Whatever should not have happened; without this, the receipts would be lost. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(RuntimeException e, HttpServletRequest request) {
    String reference = UUID.randomUUID().toString();
    logger.error("A submission failed, reference {}", reference, e);
    push.failed("It failed for a reason that is in the log.", taken(request));
    ProblemDetail problem =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Our fault",
            "Something failed that should not. It is in the log.",
            request);
    problem.setProperty("reference", reference);
    return answer(problem, new HttpHeaders());
  }

  private static ResponseEntity<ProblemDetail> answerLater(
      Refusal refusal, Duration wait, HttpServletRequest request) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return answer(
        refusal,
        "Send it again in " + seconds + " s; an Idempotency-Key makes that safe.",
        headers,
        request);
  }

  private static ResponseEntity<ProblemDetail> answer(
      Refusal refusal, String detail, HttpHeaders headers, HttpServletRequest request) {
    return answer(
        problem(status(refusal), refusal.key(), refusal.title(), detail, request), headers);
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, String detail, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("/problems#" + type));
    problem.setTitle(title);
    List<Acceptance.File> kept = taken(request).stream().map(Acceptance.File::of).toList();
    if (!kept.isEmpty()) {
      problem.setProperty("receipts", kept);
    }
    return problem;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static List<Receipt> taken(HttpServletRequest request) {
    return request.getAttribute(BATCH) instanceof Batch batch ? batch.taken() : List.of();
  }

  private static HttpStatus status(Refusal refusal) {
    return switch (refusal) {
      case NOT_AUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case MAY_NOT_SUBMIT, NOT_REGISTERED, TLP_TOO_LOOSE -> HttpStatus.FORBIDDEN;
      case BAD_PARAMETER, EMPTY, UNREADABLE_BODY -> HttpStatus.BAD_REQUEST;
      case INCOMPLETE -> HttpStatus.REQUEST_TIMEOUT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNKNOWN_FORMAT, UNSUPPORTED_ENCODING -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case LANE_FULL, BUSY -> HttpStatus.TOO_MANY_REQUESTS;
      case PAUSED, LOG_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
