package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tocsin.web.fake.FakeKeycloak;
import org.tocsin.web.fake.TestConsole;

/** Signs in and out as a browser does, over a real server. */
@SpringBootTest(
    classes = TestConsole.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
  private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();

  @LocalServerPort private int port;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  @DynamicPropertySource
  static void realm(DynamicPropertyRegistry properties) {
    properties.add("tocsin.identity.issuer", KEYCLOAK::issuer);
    properties.add("tocsin.identity.console-secret", () -> "console");
  }

  @AfterAll
  static void stop() {
    KEYCLOAK.close();
  }

  @Test
  void shouldSendPeopleToKeycloakWithPkce() throws Exception {
    Map<String, String> sent = askKeycloak();

    assertThat(sent)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "tocsin-console")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(sent.get("redirect_uri"))
        .isEqualTo("http://127.0.0.1:" + port + "/login/oauth2/code/keycloak");
  }

  @Test
  void shouldLetPersonInAndProveTheChallenge() throws Exception {
    Map<String, String> sent = askKeycloak();
    HttpResponse<String> back = comeBack(sent, "analyst");

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(challenge(KEYCLOAK.lastForm.get("code_verifier")))
        .isEqualTo(sent.get("code_challenge"));
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<b>alma</b>").contains("Analyst");
  }

  @Test
  void shouldGuardTheSessionCookie() throws Exception {
    HttpResponse<String> first = get("/");

    assertThat(first.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie ->
            assertThat(cookie)
                .startsWith("TOCSIN_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
  }

  @Test
  void shouldRefuseCodeWithAnotherState() throws Exception {
    Map<String, String> sent = new HashMap<>(askKeycloak());
    sent.put("state", "forged");

    assertThat(comeBack(sent, "analyst").headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in-failed"));
    assertThat(get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void shouldShowPageWhenKeycloakIsBusyWithTheCode() throws Exception {
    Map<String, String> sent = askKeycloak();
    KEYCLOAK.failure = 503;
    try {
      assertThat(comeBack(sent, "analyst").headers().firstValue("Location"))
          .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in-failed"));
    } finally {
      KEYCLOAK.failure = 0;
    }
    assertThat(get("/sign-in-failed").body()).contains("That did not work");
  }

  @Test
  void shouldSignOutHereAndAtKeycloak() throws Exception {
    comeBack(askKeycloak(), "analyst");
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/").body());
    assertThat(token.find()).isTrue();

    assertThat(post("/logout", "").statusCode()).isEqualTo(403);
    HttpResponse<String> out = post("/logout", "_csrf=" + token.group(1));

    assertThat(out.headers().firstValue("Location"))
        .hasValueSatisfying(location ->
            assertThat(location)
                .startsWith(KEYCLOAK.issuer() + "/protocol/openid-connect/logout?")
                .contains("id_token_hint=")
                .contains("post_logout_redirect_uri=http://127.0.0.1:" + port + "/signed-out"));
    assertThat(get("/").statusCode()).isEqualTo(302);
    assertThat(get("/signed-out").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldMakeThePageLoadAnewWhenAPartOfItNeedsSigningIn() throws Exception {
    HttpResponse<String> part =
        browser.send(
            request("/incoming").header("HX-Request", "true").build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Refresh")).hasValue("true");
  }

  @Test
  void shouldNotTakeTheSessionForTheInterface() throws Exception {
    comeBack(askKeycloak(), "analyst");

    assertThat(get("/api/observations").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldTakeTokensAndSecretsForTheInterface() throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("feed-shadowserver:feed-shadowserver".getBytes());

    assertThat(api("Bearer " + KEYCLOAK.person("alma", "analyst")).statusCode()).isEqualTo(200);
    assertThat(api("Basic " + basic).statusCode()).isEqualTo(200);
    assertThat(api("Bearer nonsense").statusCode()).isEqualTo(401);
    assertThat(api("Basic nonsense").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> api(String authorization) throws Exception {
    return browser.send(
        request("/api/observations").header("Authorization", authorization).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Goes to the first page and on to where it sends; what Keycloak would be asked. */
  private Map<String, String> askKeycloak() throws Exception {
    HttpResponse<String> first = get("/");
    assertThat(first.statusCode()).isEqualTo(302);
    String start = first.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> second =
        browser.send(
            HttpRequest.newBuilder(URI.create(start)).build(),
            HttpResponse.BodyHandlers.ofString());
    URI keycloak = URI.create(second.headers().firstValue("Location").orElseThrow());
    assertThat(keycloak.toString())
        .startsWith(KEYCLOAK.issuer() + "/protocol/openid-connect/auth?");
    return Arrays.stream(keycloak.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> comeBack(Map<String, String> sent, String role) throws Exception {
    String code = "code-" + System.nanoTime();
    KEYCLOAK.codes.put(
        code, Map.of("preferred_username", "alma", "nonce", sent.get("nonce"), "role", role));
    return get("/login/oauth2/code/keycloak?code=" + code + "&state=" + sent.get("state"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        request(path).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return browser.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static String challenge(String verifier) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
