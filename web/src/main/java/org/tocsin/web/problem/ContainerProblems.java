package org.tocsin.web.problem;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the container refuses before anything of ours sees it, such as a request line that
 * is too long, with a problem document (RFC 9457) like everything else.
 */
final class ContainerProblems extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    try (Writer writer = response.getReporter()) {
      if (writer != null) {
        JSON.writeValue(writer, problem(status));
      }
    } catch (IOException e) {
      LOG.debug("the client left before it got its answer", e);
    }
  }

  private static Map<String, Object> problem(int status) {
    ProblemType type = ProblemType.of(HttpStatusCode.valueOf(status));
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", type.uri().toString());
    problem.put("title", type.title());
    problem.put("status", status);
    problem.put("detail", type.explanation());
    return problem;
  }
}
