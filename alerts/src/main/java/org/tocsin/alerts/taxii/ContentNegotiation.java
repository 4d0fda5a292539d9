package org.tocsin.alerts.taxii;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns away who speaks another language than TAXII 2.1 (section 3.1 and the errors of 4 and 5).
 */
final class ContentNegotiation implements HandlerInterceptor, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(TaxiiAddress.DISCOVERY + "**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    if (!TaxiiMediaType.isWelcome(accept)) {
      throw new TaxiiException(
          HttpStatus.NOT_ACCEPTABLE,
          "No such media type",
          "Answers are " + TaxiiMediaType.TAXII + "; the Accept header leaves no room for that.");
    }
    if (HttpMethod.POST.matches(request.getMethod())
        && !TaxiiMediaType.isEnvelope(request.getContentType())) {
      throw new TaxiiException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "No such media type",
          "The Content-Type of an envelope is " + TaxiiMediaType.TAXII + ".");
    }
    return true;
  }
}
