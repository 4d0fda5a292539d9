package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A way out of the running web: a method with a pattern. */
record Exit(HttpMethod method, String pattern) {
  /** All there are; springdoc describes, it does not show. */
  static List<Exit> of(RequestMappingHandlerMapping mappings) {
    List<Exit> exits = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getName().startsWith("org.springdoc")) {
            return;
          }
          List<HttpMethod> methods =
              mapping.getMethodsCondition().getMethods().stream()
                  .map(one -> one.asHttpMethod())
                  .toList();
          Set<String> patterns = mapping.getPatternValues();
          for (HttpMethod one : methods.isEmpty() ? List.of(HttpMethod.GET) : methods) {
            patterns.forEach(pattern -> exits.add(new Exit(one, pattern)));
          }
        });
    exits.sort(Comparator.comparing(Exit::toString));
    return exits;
  }

  /** Whether it shows the one thing it is asked with. */
  boolean isOfOne() {
    return pattern.contains("{");
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
