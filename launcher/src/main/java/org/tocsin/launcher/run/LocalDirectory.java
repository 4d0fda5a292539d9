package org.tocsin.launcher.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The organisations of the demo's people and machines, and the group some of them share in. They
 * are put into the directory once, by the API, as the demo's admin; what is changed later stays.
 */
final class LocalDirectory {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int ACCEPTED = 202;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String base;
  private final String token;

  /**
   * The directory of a platform.
   *
   * @param base URL of the platform, without a trailing slash
   * @param token bearer token of somebody with the role admin
   */
  LocalDirectory(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Puts in what is not there yet.
   *
   * @throws LauncherException when the platform refuses
   */
  void fill() throws InterruptedException {
    JsonNode entries = entries();
    for (String kind : new String[] {"directory", "sharing-groups"}) {
      for (Map.Entry<String, JsonNode> entry : entries.path(kind).properties()) {
        put("/api/" + kind + "/" + entry.getKey(), (ObjectNode) entry.getValue());
      }
    }
  }

  /** The command's id follows from the address: given again, it has its first outcome. */
  private void put(String path, ObjectNode entry) throws InterruptedException {
    UUID command = UUID.nameUUIDFromBytes(("local" + path).getBytes(StandardCharsets.UTF_8));
    ObjectNode body = entry.deepCopy();
    body.put("commandId", command.toString());
    body.put("expectedVersion", 0);
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() == ACCEPTED) {
      awaitOutcome(command);
    } else if (answer.statusCode() != 200) {
      throw new LauncherException(
          "the platform refused %s (status %d)".formatted(path, answer.statusCode()));
    }
  }

  private void awaitOutcome(UUID command) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (send(request("/api/commands/" + command).GET()).statusCode() != 200) {
      if (System.nanoTime() > end) {
        throw new LauncherException("the platform does not carry out what the journal holds");
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private JsonNode entries() {
    try (InputStream file =
        Objects.requireNonNull(LocalDirectory.class.getResourceAsStream("directory.json"))) {
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(LONGEST_WAIT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LauncherException("the platform does not answer at " + base, e);
    }
  }
}
