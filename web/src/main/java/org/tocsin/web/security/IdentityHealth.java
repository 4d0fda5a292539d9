package org.tocsin.web.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether Keycloak gives out the realm's keys. Asked at most every {@link #KEPT}, however often
 * somebody wants to know.
 */
final class IdentityHealth implements HealthIndicator {
  private static final Duration KEPT = Duration.ofSeconds(3);
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final URI keys;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();
  private volatile @Nullable Answer last;

  IdentityHealth(URI keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  private record Answer(Health health, Instant at) {}

  @Override
  public Health health() {
    Answer answer = last;
    Instant now = clock.instant();
    if (answer == null || answer.at().plus(KEPT).isBefore(now)) {
      answer = new Answer(ask(), now);
      last = answer;
    }
    return answer.health();
  }

  private Health ask() {
    try {
      HttpRequest request = HttpRequest.newBuilder(keys).timeout(WAIT).build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == OK
          ? Health.up().build()
          : Health.down().withDetail("status", status).build();
    } catch (IOException e) {
      return Health.down().withDetail("reason", "does not answer").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }
}
