package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.tocsin.web.fake.FakeKeycloak;

class IdentityHealthTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

  @Test
  void shouldFollowKeycloakWithoutAskingEachTime() {
    FakeKeycloak keycloak = new FakeKeycloak();
    InstantSource clock = now::get;
    IdentityHealth health =
        new IdentityHealth(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs"), clock);

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(keycloak.keyFetches).hasValue(1);

    keycloak.close();
    now.updateAndGet(time -> time.plusSeconds(10));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }
}
