package org.tocsin.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;

/** Gives every controller that asks for a {@link Reader} the one who is asking. */
final class ReaderArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final Memberships memberships;

  ReaderArgument(Memberships memberships) {
    this.memberships = memberships;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class;
  }

  @Override
  public Reader resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return ReaderOf.authentication(SecurityContextHolder.getContext().getAuthentication())
        .knownTo(memberships);
  }
}
