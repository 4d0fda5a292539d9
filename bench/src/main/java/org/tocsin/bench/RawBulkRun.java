package org.tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends documents straight to Elasticsearch: the fastest this machine could do. */
final class RawBulkRun {
  private static final int BULK_BYTES = 5 * 1024 * 1024;
  private static final int WRITERS = 2;
  private static final String INDEX = "bench-raw";
  private static final String ACTION = "{\"create\":{}}\n";

  private final Target target;

  RawBulkRun(Target target) {
    this.target = target;
  }

  double seconds(StoredDocuments documents) {
    createIndexLike(documents.index());
    try {
      long start = System.nanoTime();
      sendAll(documents);
      call("POST", "/" + INDEX + "/_refresh", "");
      return (System.nanoTime() - start) / 1e9;
    } finally {
      call("DELETE", "/" + INDEX, "");
    }
  }

  private void createIndexLike(String model) {
    JsonNode described = call("GET", "/" + model, "").path(model);
    JsonNode settings = described.path("settings").path("index");
    ObjectNode index = Target.JSON.createObjectNode();
    ObjectNode kept = index.putObject("settings").putObject("index");
    for (String name :
        List.of("number_of_shards", "number_of_replicas", "refresh_interval", "sort", "codec")) {
      if (settings.has(name)) {
        kept.set(name, settings.get(name));
      }
    }
    index.set("mappings", described.path("mappings"));
    call("PUT", "/" + INDEX, Target.JSON.writeValueAsString(index));
  }

  private void sendAll(StoredDocuments documents) {
    try (BufferedReader lines = Files.newBufferedReader(documents.file());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> sent = new ArrayList<>();
      StringBuilder bulk = new StringBuilder();
      String line = lines.readLine();
      while (line != null) {
        bulk.append(ACTION).append(line).append('\n');
        line = lines.readLine();
        if (bulk.length() > BULK_BYTES || line == null) {
          String body = bulk.toString();
          sent.add(writers.submit(() -> send(body)));
          bulk.setLength(0);
          awaitRoom(sent);
        }
      }
      while (!sent.isEmpty()) {
        sent.removeFirst().get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRoom(List<Future<?>> sent)
      throws ExecutionException, InterruptedException {
    while (sent.size() > WRITERS) {
      sent.removeFirst().get();
    }
  }

  private void send(String body) {
    JsonNode answer =
        target.elasticsearch(
            "POST",
            "/" + INDEX + "/_bulk",
            "application/x-ndjson",
            HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (answer.path("errors").asBoolean(true)) {
      throw new IllegalStateException("Elasticsearch refused some of the documents");
    }
  }

  private JsonNode call(String method, String path, String body) {
    return target.elasticsearch(
        method,
        path,
        "application/json",
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
  }
}
