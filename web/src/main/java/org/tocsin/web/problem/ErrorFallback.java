package org.tocsin.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what failed outside every controller, and shows people the error page. What went wrong is
 * never taken from the container's message.
 */
@Controller
public final class ErrorFallback implements ErrorController {
  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    String path =
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .map(Object::toString)
            .orElse("/");
    ProblemDetail problem = problem(request);
    if (Audience.wantsPage(request, path)) {
      return page(problem);
    }
    problem.setInstance(URI.create(path));
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ModelAndView page(ProblemDetail problem) {
    ModelAndView page = new ModelAndView("problem/error");
    page.setStatus(HttpStatus.valueOf(problem.getStatus()));
    page.addObject("problem", problem);
    return page;
  }

  private static ProblemDetail problem(HttpServletRequest request) {
    if (request.getAttribute(ProblemAdvice.ATTRIBUTE) instanceof ProblemDetail given) {
      return given;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof EOFException) {
      return ProblemType.INCOMPLETE.because(ProblemType.INCOMPLETE.explanation());
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : HttpStatus.NOT_FOUND.value();
    HttpStatus known =
        Optional.ofNullable(HttpStatus.resolve(status)).orElse(HttpStatus.BAD_REQUEST);
    ProblemType type = ProblemType.of(known);
    ProblemDetail problem = type.because(type.explanation());
    problem.setStatus(known);
    return problem;
  }
}
