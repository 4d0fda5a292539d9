package org.tocsin.store.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * What bulk writing costs.
 *
 * <ul>
 *   <li>{@code tocsin.store.bulk}: bulk requests, answered or not, and how long each took
 *   <li>{@code tocsin.store.bulk.again}: documents that had to be sent once more, each time counted
 *   <li>{@code tocsin.store.bulk.refused}: documents Elasticsearch will never take; each is a
 *       reject in the account of its receipt
 * </ul>
 */
final class BulkMeters {
  private final Timer requests;
  private final Counter again;
  private final Counter refused;

  BulkMeters(MeterRegistry registry) {
    requests = registry.timer("tocsin.store.bulk");
    again = registry.counter("tocsin.store.bulk.again");
    refused = registry.counter("tocsin.store.bulk.refused");
  }

  <T> T time(Cluster.Question<T> request) throws IOException {
    long start = System.nanoTime();
    try {
      return request.ask();
    } finally {
      requests.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  void triedAgain(int documents) {
    again.increment(documents);
  }

  void refused() {
    refused.increment();
  }
}
