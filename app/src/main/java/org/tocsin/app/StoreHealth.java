package org.tocsin.app;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.StoreUnavailableException;

/** Lists Elasticsearch among what a process needs; one that only collects does without. */
@Configuration(proxyBeanMethods = false)
class StoreHealth {
  @Bean
  CheckedHealth elasticsearchHealthIndicator(ElasticsearchStore store) {
    return new CheckedHealth(() -> reasonAgainst(store));
  }

  private static Optional<String> reasonAgainst(ElasticsearchStore store) {
    try {
      store.check();
      return Optional.empty();
    } catch (StoreUnavailableException e) {
      return Optional.of("Elasticsearch does not answer, or its indices are not there");
    }
  }
}
