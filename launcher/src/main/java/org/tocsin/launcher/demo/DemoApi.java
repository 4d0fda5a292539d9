package org.tocsin.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tocsin.launcher.run.LauncherException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform's API, as the people and machines of the demo use it. */
final class DemoApi {
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int ACCEPTED = 202;
  private static final int FIRST_REFUSAL = 300;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String base;
  private final UnaryOperator<String> tokens;

  /**
   * The API of a platform.
   *
   * @param base URL without a trailing slash
   * @param tokens a fresh bearer token of a person or machine of that name
   */
  DemoApi(String base, UnaryOperator<String> tokens) {
    this.base = base;
    this.tokens = tokens;
  }

  /** An empty JSON object, to be filled. */
  ObjectNode object() {
    return json.createObjectNode();
  }

  /** Sends a file in, and returns its receipt. */
  String submit(String who, String name, String text, Map<String, String> parameters)
      throws InterruptedException {
    String query =
        parameters.entrySet().stream()
            .map(one -> "&" + one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining());
    HttpRequest.Builder request =
        request(who, "/api/reports?name=" + encoded(name) + query)
            .header("Content-Type", name.endsWith(".json") ? "application/stix+json" : "text/csv")
            .POST(BodyPublishers.ofString(text));
    return send(request).path("receipt").asString();
  }

  /** What is there. */
  JsonNode get(String who, String path) throws InterruptedException {
    return send(request(who, path).GET());
  }

  /** Does something by a command with an id of its own, and waits until it is carried out. */
  JsonNode command(String who, String path, ObjectNode body) throws InterruptedException {
    UUID id = UUID.randomUUID();
    ObjectNode command = body.deepCopy().put("commandId", id.toString());
    HttpRequest.Builder request =
        request(who, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(command.toString()));
    HttpResponse<String> answer = answer(request);
    JsonNode said = checked(answer);
    if (answer.statusCode() == ACCEPTED) {
      await(who, "/api/commands/" + id, any -> true);
    }
    return said;
  }

  /**
   * Waits until something is there and as wanted.
   *
   * @throws LauncherException when that takes longer than two minutes
   */
  JsonNode await(String who, String path, Predicate<JsonNode> wanted) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      HttpResponse<String> answer = answer(request(who, path).GET());
      if (answer.statusCode() < FIRST_REFUSAL) {
        JsonNode said = read(answer);
        if (wanted.test(said)) {
          return said;
        }
      }
      if (System.nanoTime() > end) {
        throw new LauncherException(
            "the demo waited in vain for %s (status %d)".formatted(path, answer.statusCode()));
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(LONGEST_ANSWER)
        .header("Authorization", "Bearer " + tokens.apply(who))
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
    return checked(answer(request));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LauncherException("the platform does not answer at " + base, e);
    }
  }

  /** RFC 9457: title and detail are for people. */
  private JsonNode checked(HttpResponse<String> answer) {
    JsonNode said = read(answer);
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw new LauncherException(
          "the demo was refused %s: %d %s %s"
              .formatted(
                  answer.request().uri().getPath(),
                  answer.statusCode(),
                  said.path("title").asString(""),
                  said.path("detail").asString("")));
    }
    return said;
  }

  private JsonNode read(HttpResponse<String> answer) {
    return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
