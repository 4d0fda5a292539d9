package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.TestConsole;

/** Tokens and secrets of a real Keycloak open what they should, and no more. */
@UseEngines(EngineKind.KEYCLOAK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private EngineAddresses engines;
  private ConfigurableApplicationContext console;
  private String address;

  @BeforeAll
  void start(EngineAddresses engines) {
    this.engines = engines;
    console =
        new SpringApplicationBuilder(TestConsole.class)
            .run(
                "--server.port=0",
                "--tocsin.identity.issuer=" + engines.issuer(),
                "--tocsin.identity.console-secret=" + engines.consoleSecret());
    address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
    Kept kept = console.getBean(Kept.class);
    for (Tlp tlp : Tlp.values()) {
      kept.observations.add(
          Made.observation(
              tlp.ordinal(),
              tlp,
              "feed-shadowserver",
              null,
              Made.NOON,
              new RawLocation(Lane.BULK, 0, 1)));
    }
  }

  @AfterAll
  void stop() {
    if (console != null) {
      console.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "analyst,5",
    "lead,5",
    "admin,5",
    "auditor,5",
    "focal-fr,2",
    "focal-de,2",
    "feed-shadowserver,5",
    "subscriber-siem,2",
    "peer-north,2"
  })
  void shouldShowEachIdentityWhatItsRolesAllow(String name, int observations) throws Exception {
    HttpResponse<String> answer = ask("Bearer " + engines.token(name));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().split("\"observedAt\"").length - 1).isEqualTo(observations);
  }

  @ParameterizedTest
  @CsvSource({"feed-shadowserver,5", "subscriber-siem,2", "peer-north,2"})
  void shouldLetMachinesInBySecret(String name, int observations) throws Exception {
    HttpResponse<String> answer = ask(basic(name, name));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().split("\"observedAt\"").length - 1).isEqualTo(observations);
  }

  @Test
  void shouldRefuseWrongSecretsAndPeopleBySecret() throws Exception {
    assertThat(ask(basic("feed-shadowserver", "guess")).statusCode()).isEqualTo(401);
    assertThat(ask(basic("analyst", "analyst")).statusCode()).isEqualTo(401);
    assertThat(ask(basic("tocsin-console", engines.consoleSecret())).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldRefuseTokenThatWasTamperedWith() throws Exception {
    String token = engines.token("analyst");
    int dot = token.lastIndexOf('.');
    char flipped = token.charAt(dot + 10) == 'A' ? 'B' : 'A';

    assertThat(
            ask("Bearer " + token.substring(0, dot + 10) + flipped + token.substring(dot + 11))
                .statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> ask(String authorization) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + "/api/observations"))
            .header("Authorization", authorization)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes());
  }
}
