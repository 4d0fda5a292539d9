package org.tocsin.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether an error is read by a program or by a person in a browser. */
final class Audience {
  private static final List<String> PROGRAMS = List.of("/api/", "/taxii2/", "/actuator/", "/v3/");

  private Audience() {}

  /**
   * Whether to answer with a page: outside the programs' addresses, and only to somebody who asks
   * for HTML.
   *
   * @param path the path first asked for, which in an error dispatch is not that of the request
   */
  static boolean wantsPage(HttpServletRequest request, String path) {
    return PROGRAMS.stream().noneMatch((path + "/")::startsWith) && acceptsHtml(request);
  }

  private static boolean acceptsHtml(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
