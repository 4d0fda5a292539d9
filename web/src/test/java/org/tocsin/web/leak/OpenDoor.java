package org.tocsin.web.leak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

/**
 * Switches the gate off at one exit of the running web: the policy is asked there for a reader who
 * sees everything, whoever it is. All others go on being told who it is.
 */
final class OpenDoor implements AutoCloseable {
  private final RequestMappingHandlerAdapter adapter;
  private final List<HandlerMethodArgumentResolver> own;

  /** Open until it is closed. */
  OpenDoor(Exit exit, RequestMappingHandlerAdapter adapter) {
    this.adapter = adapter;
    this.own = List.copyOf(adapter.getArgumentResolvers());
    adapter.setArgumentResolvers(
        own.stream().<HandlerMethodArgumentResolver>map(one -> new Blind(one, exit)).toList());
  }

  @Override
  public void close() {
    adapter.setArgumentResolvers(own);
  }

  private record Blind(HandlerMethodArgumentResolver own, Exit exit)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return own.supportsParameter(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders)
        throws Exception {
      Object argument = own.resolveArgument(parameter, container, request, binders);
      return argument instanceof Reader reader && isHere(request)
          ? new Reader(
              reader.name(), EnumSet.allOf(Role.class), reader.organisation(), reader.membership())
          : argument;
    }

    private boolean isHere(NativeWebRequest request) {
      Object pattern =
          request.getAttribute(
              HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
      HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
      return exit.pattern().equals(String.valueOf(pattern))
          && asked != null
          && asked.getMethod().equals(exit.method().name());
    }
  }
}
