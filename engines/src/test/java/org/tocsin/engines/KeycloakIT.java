package org.tocsin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.engines.identity.BootstrapAdmin;
import org.tocsin.engines.identity.IdentityException;
import org.tocsin.engines.identity.LocalRealm;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@UseEngines(EngineKind.KEYCLOAK)
class KeycloakIT {

  @ParameterizedTest
  @CsvSource({
    "analyst, analyst",
    "lead, lead",
    "admin, admin",
    "auditor, auditor",
    "focal-fr, focal-point",
    "feed-shadowserver, feed",
    "subscriber-siem, subscriber",
    "peer-north, peer"
  })
  void shouldPutRoleIntoToken(String name, String role, EngineAddresses engines) {
    JsonNode claims = claims(engines.token(name));

    assertThat(claims.path("iss").asString()).isEqualTo(engines.issuer());
    assertThat(claims.path("realm_access").path("roles").toString()).contains('"' + role + '"');
    assertThat(claims.path("aud").toString()).contains("tocsin-api");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
        .isGreaterThanOrEqualTo(15 * 60);
  }

  @Test
  void shouldPutOrganisationAndCountryOfFocalPointIntoToken(EngineAddresses engines) {
    JsonNode claims = claims(engines.token("focal-de"));

    assertThat(claims.path("organisation").asString()).isEqualTo("cert-de");
    assertThat(claims.path("country").asString()).isEqualTo("DE");
    assertThat(claims.path("preferred_username").asString()).isEqualTo("focal-de");
  }

  @Test
  void shouldPutOrganisationOfMachineIntoToken(EngineAddresses engines) {
    assertThat(claims(engines.token("peer-north")).path("organisation").asString())
        .isEqualTo("cert-north");
    assertThat(claims(engines.token("feed-shadowserver")).has("organisation")).isFalse();
  }

  @Test
  void shouldShowLoginPageToConsoleThatIsAllowed(EngineAddresses engines) throws Exception {
    engines.allowConsoleAt("http://127.0.0.1:4711");

    assertThat(login(engines, "http://127.0.0.1:4711").statusCode()).isEqualTo(200);
    assertThat(login(engines, "http://127.0.0.1:4712").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldRefuseDemoIdentitiesOffLoopback() {
    assertThatThrownBy(() -> new LocalRealm("http://192.0.2.1:8180", new BootstrapAdmin("a", "b")))
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("loopback");
  }

  @Test
  void shouldKnowNobodyElse(EngineAddresses engines) {
    assertThatThrownBy(() -> engines.token("nobody"))
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("nobody");
  }

  private static HttpResponse<String> login(EngineAddresses engines, String console)
      throws Exception {
    String query =
        "?client_id=tocsin-console&response_type=code&scope=openid&state=s"
            + "&code_challenge_method=S256&code_challenge="
            + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&redirect_uri="
            + console
            + "/login/oauth2/code/tocsin";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(engines.issuer() + "/protocol/openid-connect/auth" + query))
                .build(),
            BodyHandlers.ofString());
  }

  private static JsonNode claims(String token) {
    byte[] body = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
  }
}
