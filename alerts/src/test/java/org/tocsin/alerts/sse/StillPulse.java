package org.tocsin.alerts.sse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.stream.StreamUnavailableException;

/**
 * A pulse that follows no journal: once it is stopped, streams end when they wrote what there is.
 */
@Configuration(proxyBeanMethods = false)
public class StillPulse {
  @Bean
  Pulse releasePulse() {
    return new Pulse(
        null,
        (offset, listener) -> {
          throw new StreamUnavailableException(
              "there is no journal", java.time.Duration.ZERO, new IllegalStateException());
        });
  }
}
