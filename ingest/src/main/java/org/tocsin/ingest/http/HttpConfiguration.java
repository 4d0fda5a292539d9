package org.tocsin.ingest.http;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartResolver;
import org.tocsin.ingest.gate.Gates;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.model.feed.OpenWay;

/** Submissions over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(ReportProblems.class)
public class HttpConfiguration {
  @Bean
  Push push(Gates gates, ObjectProvider<InstantSource> clock) {
    return new Push(
        () -> gates.isPaused(OpenWay.PUSH), clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  ReportsController reportsController(
      Intake intake, Registrations registrations, ObjectProvider<ReaderSource> senders, Push push) {
    ReaderSource source = senders.getIfAvailable(AuthorityReaders::new);
    return new ReportsController(intake, new RequestTerms(source, registrations), push);
  }

  @Bean
  FilterRegistrationBean<StreamedBodyFilter> streamedBodyFilter() {
    FilterRegistrationBean<StreamedBodyFilter> filter =
        new FilterRegistrationBean<>(new StreamedBodyFilter());
    filter.addUrlPatterns(ReportsController.PATH);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  MultipartResolver multipartResolver() {
    return new SubmissionsStayWhole();
  }
}
