package org.tocsin.engines.identity;

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one Keycloak. */
final class KeycloakClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int BAD_REQUEST = 400;
  private static final int MORE_TRIES = 10;
  private static final long SHORTEST_PAUSE_MILLIS = 200;
  private static final long JITTER_MILLIS = 800;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String base;

  /**
   * @param base URL without a trailing slash
   */
  KeycloakClient(String base) {
    this.base = base;
  }

  /**
   * The access token of a grant; refused credentials throw. Keycloak refuses a person who signs in
   * twice at the same moment, for a moment: that is tried again.
   */
  String token(String realm, Map<String, String> grant) {
    HttpResponse<String> answer = grant(realm, grant);
    for (int i = 0; i < MORE_TRIES && answer.statusCode() == BAD_REQUEST; i++) {
      pause();
      answer = grant(realm, grant);
    }
    if (answer.statusCode() != 200) {
      throw new IdentityException(
          "Keycloak gave no token (status %d)".formatted(answer.statusCode()));
    }
    return json.readTree(answer.body()).path("access_token").asString();
  }

  private HttpResponse<String> grant(String realm, Map<String, String> grant) {
    String form =
        grant.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        request("/realms/" + realm + "/protocol/openid-connect/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return send(request);
  }

  private static void pause() {
    try {
      Thread.sleep(SHORTEST_PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityException("interrupted while asking Keycloak", e);
    }
  }

  /** Sends JSON as an administrator; any answer but a success throws, except the one allowed. */
  int send(String method, String path, String token, @Nullable Object body, int allowed) {
    HttpRequest request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    int status = send(request).statusCode();
    if (status / 100 != 2 && status != allowed) {
      throw new IdentityException("Keycloak refused %s %s: %d".formatted(method, path, status));
    }
    return status;
  }

  /** Reads JSON as an administrator. */
  JsonNode get(String path, String token) {
    HttpResponse<String> answer =
        send(request(path).header("Authorization", "Bearer " + token).GET().build());
    if (answer.statusCode() != 200) {
      throw new IdentityException(
          "Keycloak refused GET %s: %d".formatted(path, answer.statusCode()));
    }
    return json.readTree(answer.body());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IdentityException("Keycloak does not answer at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityException("interrupted while asking Keycloak", e);
    }
  }
}
