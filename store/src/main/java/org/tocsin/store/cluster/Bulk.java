package org.tocsin.store.cluster;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.StoreUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * Writes documents in bulk requests of a few megabytes, two at a time. Every item of every answer
 * is looked at; what cannot be written just now is tried again for a while. Thread-safe.
 */
public final class Bulk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);
  private static final int AT_ONCE = 2;

  private final Cluster cluster;
  private final BulkMeters meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Bulk writes to that cluster. */
  public Bulk(Cluster cluster, MeterRegistry registry) {
    this.cluster = cluster;
    this.meters = new BulkMeters(registry);
  }

  /**
   * Writes all of them.
   *
   * @return what each came to, in order; never {@link BulkResult#AGAIN}
   * @throws StoreUnavailableException when some could not be written in time; those that could are
   */
  public List<BulkResult> write(List<BulkOperation> operations) {
    BulkResult[] results = new BulkResult[operations.size()];
    Arrays.fill(results, BulkResult.AGAIN);
    Patience patience = new Patience(cluster.settings().writePatience());
    List<Integer> open = IntStream.range(0, results.length).boxed().toList();
    while (!open.isEmpty()) {
      Exception failure = new Round(operations, results).run(open);
      open = open.stream().filter(number -> results[number] == BulkResult.AGAIN).toList();
      if (!open.isEmpty()) {
        meters.triedAgain(open.size());
        patience.pause("writing " + open.size() + " documents", failure);
      }
    }
    return List.of(results);
  }

  @Override
  public void close() {
    threads.close();
  }

  /** One try of all that is open. */
  private final class Round {
    private final List<BulkOperation> operations;
    private final BulkResult[] results;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private volatile Exception failure = new IOException("no room in Elasticsearch");

    Round(List<BulkOperation> operations, BulkResult[] results) {
      this.operations = operations;
      this.results = results;
    }

    Exception run(List<Integer> open) {
      BulkBody body = new BulkBody();
      for (int number : open) {
        BulkOperation operation = operations.get(number);
        byte[] source = operation.source().get();
        if (source.length > cluster.settings().documentBytes()) {
          refused(number, "too large");
          continue;
        }
        if (body.bytes() > 0 && body.bytes() + source.length > cluster.settings().bulkBytes()) {
          hand(body);
          body = new BulkBody();
        }
        body.add(number, operation, source);
      }
      if (body.bytes() > 0) {
        hand(body);
      }
      permits.acquireUninterruptibly(AT_ONCE);
      return failure;
    }

    private void hand(BulkBody body) {
      permits.acquireUninterruptibly();
      threads.execute(() -> {
        try {
          send(body);
        } finally {
          permits.release();
        }
      });
    }

    private void send(BulkBody body) {
      try {
        JsonNode items = meters.time(() -> answer(body)).path("items");
        if (items.size() != body.operations().size()) {
          throw new IOException("an answer of " + items.size() + " items");
        }
        for (int i = 0; i < items.size(); i++) {
          take(body.operations().get(i), items.get(i).iterator().next());
        }
      } catch (ResponseException e) {
        tooLarge(body, e);
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }

    private void take(int number, JsonNode item) {
      String type = item.path("error").path("type").asString("");
      BulkResult result = BulkResult.of(item.path("status").intValue(0), type);
      results[number] = result;
      if (result == BulkResult.REFUSED) {
        refused(number, type);
      } else if (result == BulkResult.AGAIN) {
        failure = new IOException(type);
      }
    }

    /** A proxy may allow less than we send (413): then each document goes alone. */
    private void tooLarge(BulkBody body, ResponseException answer) {
      failure = answer;
      if (answer.getResponse().getStatusCode() != 413) {
        return;
      }
      List<Integer> numbers = body.operations();
      if (numbers.size() == 1) {
        refused(numbers.getFirst(), "too large");
        return;
      }
      for (int number : numbers) {
        BulkBody alone = new BulkBody();
        alone.add(number, operations.get(number), operations.get(number).source().get());
        send(alone);
      }
    }

    private void refused(int number, String type) {
      results[number] = BulkResult.REFUSED;
      BulkOperation operation = operations.get(number);
      meters.refused();
      LOG.warn("{} can never be stored in {}: {}", operation.id(), operation.index(), type);
    }
  }

  private JsonNode answer(BulkBody body) throws IOException {
    Request request = new Request("POST", "/_bulk");
    request.addParameter("filter_path", "items.*.status,items.*.error.type");
    request.addParameter("timeout", cluster.settings().connectTimeout().toMillis() + "ms");
    request.setEntity(body.entity());
    try (InputStream content = cluster.rest().performRequest(request).getEntity().getContent()) {
      return StixJson.MAPPER.readTree(content);
    }
  }
}
