package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.FakeKeycloak;
import org.tocsin.web.problem.IdentityUnavailableException;

class MachineCredentialsTest {
  private final FakeKeycloak keycloak = new FakeKeycloak();
  private final MachineCredentials machines =
      new MachineCredentials(
          new TokenExchange(URI.create(keycloak.issuer() + "/protocol/openid-connect/token")),
          new RealmTokens(
              RealmTokens.keys(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs")),
              keycloak.issuer()),
          InstantSource.system());

  @AfterEach
  void stop() {
    keycloak.close();
  }

  @Test
  void shouldKnowMachineByItsClientId() {
    Reader reader = ReaderOf.authentication(signIn("feed-shadowserver", "feed-shadowserver"));

    assertThat(reader.name()).isEqualTo("feed-shadowserver");
    assertThat(reader.roles()).containsExactly(Role.FEED);
  }

  @Test
  void shouldAskKeycloakOnceWhileTheTokenLives() {
    signIn("feed-shadowserver", "feed-shadowserver");
    signIn("feed-shadowserver", "feed-shadowserver");

    assertThat(keycloak.exchanges).hasValue(1);
  }

  @Test
  void shouldAskAgainWhenTheTokenIsAboutToRunOut() {
    keycloak.tokenSeconds = 5;
    signIn("feed-shadowserver", "feed-shadowserver");
    signIn("feed-shadowserver", "feed-shadowserver");

    assertThat(keycloak.exchanges).hasValue(2);
  }

  @Test
  void shouldRefuseWrongSecretAlthoughTheRightOneIsKnown() {
    signIn("feed-shadowserver", "feed-shadowserver");

    refuses("feed-shadowserver", "guess");
  }

  @Test
  void shouldNotMixUpIdAndSecret() {
    signIn("ab", "ab");

    refuses("a", "bab");
  }

  @Test
  void shouldRememberRefusalForAFewSecondsOnly() {
    refuses("feed-shadowserver", "guess");
    refuses("feed-shadowserver", "guess");
    assertThat(keycloak.exchanges).hasValue(1);

    Awaitility.await()
        .atMost(MachineCredentials.REFUSED.multipliedBy(3))
        .untilAsserted(() -> {
          refuses("feed-shadowserver", "guess");
          assertThat(keycloak.exchanges).hasValueGreaterThan(1);
        });
  }

  @Test
  void shouldRefuseOversizedSecretWithoutAsking() {
    refuses("feed-shadowserver", "x".repeat(10_000));

    assertThat(keycloak.exchanges).hasValue(0);
  }

  @Test
  void shouldSayThatKeycloakIsBusy() {
    keycloak.failure = 503;

    assertThatExceptionOfType(IdentityUnavailableException.class)
        .isThrownBy(() -> signIn("feed-shadowserver", "feed-shadowserver"));

    keycloak.failure = 0;
    assertThat(signIn("feed-shadowserver", "feed-shadowserver").isAuthenticated()).isTrue();
  }

  @Test
  void shouldSayThatKeycloakIsAway() {
    keycloak.close();

    assertThatExceptionOfType(IdentityUnavailableException.class)
        .isThrownBy(() -> signIn("feed-shadowserver", "feed-shadowserver"));
  }

  private Authentication signIn(String id, String secret) {
    return machines.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(id, secret));
  }

  private void refuses(String id, String secret) {
    assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(id, secret));
  }
}
