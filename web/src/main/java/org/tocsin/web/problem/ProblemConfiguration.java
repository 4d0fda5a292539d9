package org.tocsin.web.problem;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.web.assets.AssetsConfiguration;

/** What every process that answers HTTP needs to answer errors well. */
@Configuration(proxyBeanMethods = false)
@Import({AssetsConfiguration.class, ProblemAdvice.class, ErrorFallback.class, ProblemPages.class})
public class ProblemConfiguration {
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ContainerProblems()));
  }
}
