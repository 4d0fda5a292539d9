package org.tocsin.launcher.submit;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.launcher.run.LauncherException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports API, as a program on this machine uses it. */
final class ReportsClient {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int ACCEPTED = 202;
  private static final int SERVER_ERROR = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 10;
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String base;
  private final Supplier<String> token;

  /**
   * @param base URL of the platform
   * @param token a fresh bearer token each time
   */
  ReportsClient(String base, Supplier<String> token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Sends one file from disk, whatever its size; waits and sends again when told to slow down.
   *
   * @throws LauncherException with the platform's own words when it refuses
   */
  Receipt send(Path file, Map<String, String> parameters, @Nullable String idempotencyKey)
      throws InterruptedException {
    HttpResponse<String> answer = post(file, parameters, idempotencyKey);
    for (int i = 1; answer.statusCode() == TOO_MANY_REQUESTS && i < ATTEMPTS; i++) {
      long pause = answer.headers().firstValueAsLong("Retry-After").orElse(i);
      TimeUnit.SECONDS.sleep(Math.min(pause, LONGEST_PAUSE_SECONDS));
      answer = post(file, parameters, idempotencyKey);
    }
    JsonNode body = body(answer);
    if (answer.statusCode() != ACCEPTED) {
      throw refused(answer.statusCode(), body);
    }
    return new Receipt(
        body.path("receipt").asString(),
        name(file),
        body.path("records").asLong(0),
        body.path("bytes").asLong(0));
  }

  /**
   * What became of a submission so far. Waits for a platform that does not answer just now: one
   * that was killed is started again.
   */
  Account account(Receipt receipt) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = ask(receipt, end);
    while (answer.statusCode() >= SERVER_ERROR && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
      answer = ask(receipt, end);
    }
    if (answer.statusCode() != 200) {
      throw refused(answer.statusCode(), body(answer));
    }
    return Account.of(body(answer));
  }

  private HttpResponse<String> ask(Receipt receipt, long end) throws InterruptedException {
    while (true) {
      try {
        return send(request("/api/reports/" + receipt.id()).GET().build());
      } catch (LauncherException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  private HttpResponse<String> post(
      Path file, Map<String, String> parameters, @Nullable String idempotencyKey)
      throws InterruptedException {
    FileType type = FileType.of(name(file));
    Map<String, String> query = new LinkedHashMap<>(parameters);
    query.put("name", type.name());
    HttpRequest.Builder request =
        request("/api/reports?" + encode(query))
            .header("Content-Type", type.mediaType())
            .POST(body(file));
    if (type.gzipped()) {
      request.header("Content-Encoding", "gzip");
    }
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token.get())
        .header("Accept", "application/json, application/problem+json");
  }

  private static BodyPublisher body(Path file) {
    long size = size(file);
    BodyPublisher content =
        BodyPublishers.ofInputStream(() -> new Watched(open(file), name(file), size));
    return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(content, size);
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LauncherException("the platform does not answer at " + base, e);
    }
  }

  private JsonNode body(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  /** RFC 9457: title and detail are for people. */
  private static LauncherException refused(int status, JsonNode problem) {
    String title = problem.path("title").asString("refused");
    String detail = problem.path("detail").asString("");
    return new LauncherException("%d %s. %s".formatted(status, title, detail).strip());
  }

  private static String encode(Map<String, String> query) {
    return query.entrySet().stream()
        .map(parameter ->
            parameter.getKey()
                + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Path file) {
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows how far the reading of a file has come. */
  private static final class Watched extends FilterInputStream {

    private final Progress progress;
    private final long size;
    private long done;

    Watched(InputStream in, String name, long size) {
      super(in);
      this.progress = new Progress(name);
      this.size = size;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      done += Math.max(0, count);
      progress.show(done, size, "bytes");
      if (count < 0) {
        progress.clear();
      }
      return count;
    }
  }
}
