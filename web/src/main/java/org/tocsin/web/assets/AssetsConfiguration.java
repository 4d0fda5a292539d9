package org.tocsin.web.assets;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Serves what pages are made of. */
@Configuration(proxyBeanMethods = false)
@Import(PageAssets.class)
public class AssetsConfiguration {
  /** Writes the version of each asset into the links to it, on error pages too. */
  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> assetVersions() {
    var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return filter;
  }
}
