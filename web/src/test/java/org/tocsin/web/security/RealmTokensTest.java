package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.tocsin.web.fake.FakeKeycloak;
import org.tocsin.web.problem.IdentityUnavailableException;

class RealmTokensTest {
  private final FakeKeycloak keycloak = new FakeKeycloak();
  private final RealmTokens tokens =
      new RealmTokens(
          RealmTokens.keys(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs")),
          keycloak.issuer());

  @AfterEach
  void stop() {
    keycloak.close();
  }

  @Test
  void shouldReadAccessTokenOfTheRealm() {
    assertThat(tokens.decode(keycloak.person("alma", "analyst")).getClaimAsString("typ"))
        .isEqualTo("Bearer");
  }

  @Test
  void shouldRefuseIdToken() {
    refuses(keycloak.token(claims -> claims.claim("typ", "ID"), "analyst"));
  }

  @Test
  void shouldRefuseTokenThatHasRunOut() {
    Instant past = Instant.now().minusSeconds(600);
    refuses(keycloak.token(claims -> claims.expirationTime(Date.from(past)), "analyst"));
  }

  @Test
  void shouldRefuseTokenOfAnotherIssuer() {
    refuses(keycloak.token(claims -> claims.issuer("https://elsewhere.example"), "analyst"));
  }

  @Test
  void shouldRefuseTokenSignedWithAnotherKeyOfTheSameId() throws JOSEException {
    refuses(
        keycloak.token(new RSAKeyGenerator(2048).keyID("one").generate(), claims -> {}, "analyst"));
  }

  @Test
  void shouldRefuseWhatIsNoToken() {
    refuses("not-a-token");
  }

  @Test
  void shouldGoOnWithKnownKeysWhileKeycloakIsAway() {
    String token = keycloak.person("alma", "analyst");
    tokens.decode(token);
    keycloak.close();

    assertThat(tokens.decode(token).getClaimAsString("preferred_username")).isEqualTo("alma");
    assertThat(keycloak.keyFetches).hasValue(1);
  }

  @Test
  void shouldSayThatKeycloakIsAwayRatherThanThatTheTokenIsBad() {
    String token = keycloak.person("alma", "analyst");
    keycloak.close();

    assertThatExceptionOfType(IdentityUnavailableException.class)
        .isThrownBy(() -> tokens.decode(token));
  }

  @Test
  void shouldReadTokensOnceKeycloakHasComeUpLater() {
    String token = keycloak.person("alma", "analyst");
    int port = keycloak.port();
    keycloak.close();
    for (int tries = 0; tries < 2; tries++) {
      assertThatExceptionOfType(IdentityUnavailableException.class)
          .isThrownBy(() -> tokens.decode(token));
    }
    try (FakeKeycloak later = new FakeKeycloak(port)) {
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(tokens.decode(token).getSubject()).isNotNull());
      assertThat(later.keyFetches).hasPositiveValue();
    }
  }

  private void refuses(String token) {
    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
  }
}
