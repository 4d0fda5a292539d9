package org.tocsin.web.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.web.command.JournalUnavailableException;
import org.tocsin.web.command.VersionConflictException;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.problem.ProblemType;

/** What is told of one of several commands that went wrong, in the words it would have alone. */
final class CommandProblem {
  private static final Logger LOG = LoggerFactory.getLogger(CommandProblem.class);

  private CommandProblem() {}

  static ProblemDetail of(RuntimeException e) {
    return switch (e) {
      case BadParameterException bad -> bad(bad);
      case NotVisibleException hidden ->
          ProblemType.NOT_FOUND.because(String.valueOf(hidden.getMessage()));
      case AccessDeniedException _ ->
          ProblemType.FORBIDDEN.because("Your roles do not include this action here.");
      case RefusedException refused ->
          ProblemType.of(refused.reason()).because(String.valueOf(refused.getMessage()));
      case VersionConflictException conflict -> conflict(conflict);
      case StoreUnavailableException _ ->
          ProblemType.UNAVAILABLE.because("The search index does not answer.");
      case JournalUnavailableException away ->
          ProblemType.UNAVAILABLE.because(String.valueOf(away.getMessage()));
      default -> {
        LOG.error("one of several commands failed", e);
        yield ProblemType.INTERNAL.because("Something failed that should not. It is in the log.");
      }
    };
  }

  private static ProblemDetail bad(BadParameterException e) {
    ProblemDetail problem = ProblemType.BAD_REQUEST.because(e.explanation());
    if (e.parameter() != null) {
      problem.setProperty("parameter", e.parameter());
    }
    return problem;
  }

  private static ProblemDetail conflict(VersionConflictException e) {
    ProblemDetail problem = ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    e.current()
        .ifPresent(current -> {
          problem.setProperty("version", current.version());
          problem.setProperty("current", current.state());
        });
    return problem;
  }
}
