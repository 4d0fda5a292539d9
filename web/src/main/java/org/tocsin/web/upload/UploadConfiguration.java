package org.tocsin.web.upload;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets files come in. Submissions of reports do not come this way: they are streamed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentProperties.class)
public class UploadConfiguration {
  /** What is larger than this waits on disk until it is read. */
  private static final int IN_MEMORY = 256 * 1024;

  @Bean
  Uploads uploads(AttachmentProperties properties) {
    return new Uploads(properties);
  }

  @Bean
  WholeFiles wholeFiles(AttachmentProperties properties) {
    return new WholeFiles(properties.atOnce(), properties.patience());
  }

  /** The container's own limit is that of the request: what is said of one file is said here. */
  @Bean
  MultipartConfigElement multipartConfigElement(AttachmentProperties properties) {
    return new MultipartConfigElement("", -1, properties.largestRequest(), IN_MEMORY);
  }

  @Bean
  FilterRegistrationBean<LargeUploads> largeUploads(
      Uploads uploads, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    FilterRegistrationBean<LargeUploads> filter =
        new FilterRegistrationBean<>(new LargeUploads(uploads, problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }
}
