package org.tocsin.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of one provider as Elasticsearch keeps them, one on a line of a temporary file. */
final class StoredDocuments implements AutoCloseable {
  private static final int PAGE = 2_000;

  private final Path file;
  private final String index;
  private long count;

  private StoredDocuments(Path file, String index) {
    this.file = file;
    this.index = index;
  }

  static StoredDocuments of(Target target, String provider) {
    try {
      JsonNode first = page(target, provider, null, 1).path(0);
      StoredDocuments documents =
          new StoredDocuments(
              Files.createTempFile("tocsin-bench", ".ndjson"), first.path("_index").asString());
      documents.fetch(target, provider);
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(Target target, String provider) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ArrayNode after = null;
      JsonNode hits = page(target, provider, after, PAGE);
      while (!hits.isEmpty()) {
        for (JsonNode hit : hits) {
          out.write(Target.JSON.writeValueAsBytes(hit.path("_source")));
          out.write('\n');
          count++;
          after = (ArrayNode) hit.path("sort");
        }
        hits = page(target, provider, after, PAGE);
      }
    }
  }

  private static JsonNode page(
      Target target, String provider, @Nullable ArrayNode after, int size) {
    ObjectNode query = Target.JSON.createObjectNode();
    query.put("size", size).put("track_total_hits", false);
    query.putObject("query").putObject("term").put("provider", provider);
    query.putArray("sort").add("added");
    if (after != null) {
      query.set("search_after", after);
    }
    return target
        .elasticsearch(
            "POST",
            "/observations/_search",
            "application/json",
            HttpRequest.BodyPublishers.ofByteArray(Target.JSON.writeValueAsBytes(query)))
        .path("hits")
        .path("hits");
  }

  Path file() {
    return file;
  }

  /** An index such a document lives in. */
  String index() {
    return index;
  }

  long count() {
    return count;
  }

  long bytesEach() {
    try {
      return Files.size(file) / Math.max(1, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
