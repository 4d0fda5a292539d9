package org.tocsin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running node, started by the launcher, talked to over HTTP like any client does. */
final class Node implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Launcher launcher;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private Node(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * Starts a node with an empty home, a folder of that name under {@code target}.
   *
   * @param options of {@code ./tocsin up -d}
   */
  static Node start(String name, String... options) {
    Path home = Path.of("target", "home-" + name).toAbsolutePath();
    delete(home);
    Node node = new Node(new Launcher(home, freePort()));
    Launcher.Result up =
        node.launcher.run(
            Stream.concat(Stream.of("up", "-d"), Stream.of(options)).toArray(String[]::new));
    assertThat(up.exit()).as("./tocsin up -d printed:%n%s", up.output()).isZero();
    return node;
  }

  Launcher launcher() {
    return launcher;
  }

  String url() {
    return "http://127.0.0.1:" + launcher.port();
  }

  String token(String name) {
    return tokens.computeIfAbsent(name, this::freshToken);
  }

  private String freshToken(String name) {
    Launcher.Result result = launcher.run("token", name);
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output().strip();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofMinutes(2));
  }

  HttpRequest.Builder request(String path, String as) {
    return request(path).header("Authorization", "Bearer " + token(as));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JSON answer to a GET that must succeed. */
  JsonNode get(String path, String as) {
    try {
      HttpResponse<String> response = send(request(path, as).GET());
      assertThat(response.statusCode()).as("GET %s: %s", path, response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> post(String query, byte[] body, String as) {
    try {
      return send(
          request("/api/reports?" + query, as).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Submits a file that must be accepted; its receipt. */
  String submit(Path file, String provider, String feed) {
    try {
      String query =
          "provider=%s&feed=%s&name=%s"
              .formatted(provider, feed, encode(file.getFileName().toString()));
      HttpResponse<String> response = post(query, Files.readAllBytes(file), "analyst");
      assertThat(response.statusCode()).as("%s: %s", file, response.body()).isEqualTo(202);
      return json(response).path("receipt").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that was taken as one submission. */
  record Sent(Path file, String receipt) {}

  /** The submissions a file was taken as: one, or one for each file in it. */
  List<Sent> submitAll(Path file, String provider, String feed) {
    try {
      String query =
          "provider=%s&feed=%s&name=%s"
              .formatted(provider, feed, encode(file.getFileName().toString()));
      HttpResponse<String> response = post(query, Files.readAllBytes(file), "analyst");
      assertThat(response.statusCode()).as("%s: %s", file, response.body()).isEqualTo(202);
      JsonNode body = json(response);
      return body.has("receipts")
          ? body.path("receipts")
              .valueStream()
              .map(each -> new Sent(file, each.path("receipt").asString()))
              .toList()
          : List.of(new Sent(file, body.path("receipt").asString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode account(String receipt) {
    return get("/api/reports/" + receipt, "analyst");
  }

  /** The account once nothing of it is pending. */
  JsonNode completeAccount(String receipt, Duration limit) {
    return Awaitility.await()
        .atMost(limit)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(
            () -> account(receipt), account -> account.path("state").asString().equals("complete"));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** The running process of a part, as {@code ./tocsin status} names it. */
  ProcessHandle process(String part) {
    String status = launcher.run("status").output();
    return status
        .lines()
        .filter(line -> line.startsWith(part + " "))
        .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .flatMap(ProcessHandle::of)
        .orElseThrow(() -> new IllegalStateException("no process of " + part + " in:\n" + status));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What is missing from an account: 0 when the equation holds. */
  static long difference(JsonNode account) {
    return account.path("collected").asLong()
        - account.path("observed").asLong()
        - account.path("duplicate").asLong()
        - account.path("suppressed").asLong()
        - account.path("rejected").asLong()
        - account.path("pending").asLong();
  }

  @Override
  public void close() {
    launcher.run("down");
    http.close();
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
