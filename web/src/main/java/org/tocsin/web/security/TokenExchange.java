package org.tocsin.web.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tocsin.web.problem.IdentityUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Exchanges a machine's id and secret for an access token (RFC 6749 section 4.4). Thread-safe. */
final class TokenExchange {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  private final URI endpoint;
  private final JsonMapper json = new JsonMapper();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  TokenExchange(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * The access token; empty where the realm refuses id or secret.
   *
   * @throws IdentityUnavailableException when Keycloak does not answer, or is busy
   */
  Optional<String> token(String clientId, String secret) {
    HttpResponse<byte[]> answer = ask(clientId, secret);
    int status = answer.statusCode();
    if (status == TOO_MANY || status >= SERVER_ERRORS) {
      throw unavailable(new IOException("status " + status));
    }
    return status == OK ? Optional.of(accessToken(answer.body())) : Optional.empty();
  }

  private HttpResponse<byte[]> ask(String clientId, String secret) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form(clientId, secret)))
            .build();
    try {
      if (!places.tryAcquire(ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable(new IOException("too many exchanges at once"));
      }
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      } finally {
        places.release();
      }
    } catch (IOException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private String accessToken(byte[] body) {
    try {
      return json.readTree(body).path("access_token").asString();
    } catch (JacksonException e) {
      throw unavailable(e);
    }
  }

  private static String form(String clientId, String secret) {
    return "grant_type=client_credentials&client_id="
        + encode(clientId)
        + "&client_secret="
        + encode(secret);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static IdentityUnavailableException unavailable(Exception cause) {
    return new IdentityUnavailableException("the realm's token endpoint does not answer", cause);
  }
}
