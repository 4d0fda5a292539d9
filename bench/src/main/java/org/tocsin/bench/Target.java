package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The node that is measured: on this machine only.
 *
 * @param url the platform's address
 * @param elasticsearch the address of the Elasticsearch it writes to
 * @param token a bearer token of somebody who may submit under any provider
 * @param http the client used for all requests
 */
record Target(URI url, URI elasticsearch, String token, HttpClient http) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  Target {
    if (!isLoopback(url) || !isLoopback(elasticsearch)) {
      throw new IllegalArgumentException("load is only ever sent to a loopback address");
    }
  }

  static Target ofEnvironment() {
    return new Target(
        URI.create(variable("TOCSIN_URL")),
        URI.create(variable("TOCSIN_ELASTICSEARCH_URL")),
        variable("TOCSIN_TOKEN"),
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  JsonNode api(String method, String path, HttpRequest.BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + token)
            .method(method, body));
  }

  JsonNode elasticsearch(String method, String path, String type, HttpRequest.BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(elasticsearch.resolve(path))
            .header("Content-Type", type)
            .method(method, body));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpRequest built = request.timeout(Duration.ofMinutes(5)).build();
      HttpResponse<byte[]> response = http.send(built, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            built.method() + " " + built.uri().getPath() + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isLoopback(URI uri) {
    return uri.getHost().equals("localhost") || uri.getHost().startsWith("127.");
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name))
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not set; ./tocsin bench sets it"));
  }
}
