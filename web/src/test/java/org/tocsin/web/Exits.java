package org.tocsin.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The exits of the running web: everything there is but what shows no data. */
final class Exits {
  /** Exits that show nothing anybody sent in. */
  private static final Set<String> WITHOUT_DATA =
      Set.of("/help", "/problems", "/signed-out", "/sign-in-failed", "/error");

  private Exits() {}

  /**
   * Each pattern with its method, GET where it has several; springdoc describes, it does not show.
   */
  static Map<String, HttpMethod> of(RequestMappingHandlerMapping mappings) {
    Map<String, HttpMethod> exits = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getName().startsWith("org.springdoc")) {
            return;
          }
          Set<String> patterns = new TreeSet<>(mapping.getPatternValues());
          patterns.removeAll(WITHOUT_DATA);
          boolean post = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
          patterns.forEach(pattern ->
              exits.merge(pattern, post ? HttpMethod.POST : HttpMethod.GET, Exits::reading));
        });
    return exits;
  }

  private static HttpMethod reading(HttpMethod one, HttpMethod other) {
    return one.equals(HttpMethod.GET) ? one : other;
  }
}
