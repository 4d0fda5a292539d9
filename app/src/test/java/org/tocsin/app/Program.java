package org.tocsin.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.tocsin.engines.junit.EngineAddresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program inside the test, on real engines, with topics and indices of its own. */
final class Program implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private Program(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** One process with every role. Everybody is an analyst there. */
  static Program start(EngineAddresses engines, Class<?>... more) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(TocsinApplication.class, Identities.class).sources(more);
    return start(application, engines, prefix());
  }

  /** The same with settings of its own. */
  static Program start(EngineAddresses engines, Map<String, Object> settings) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(TocsinApplication.class, Identities.class)
            .properties(settings);
    return start(application, engines, prefix());
  }

  /** One of the processes of a node with that prefix, with settings such as its roles. */
  static Program start(EngineAddresses engines, String prefix, Map<String, Object> settings) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(TocsinApplication.class, Identities.class);
    return start(
        application,
        engines,
        prefix,
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /**
   * The node of that prefix, which may have run before. Everybody is an analyst there.
   *
   * @param prefix see {@link #prefix}
   * @param more what it has beside, or instead
   */
  static Program startAs(EngineAddresses engines, String prefix, Class<?>... more) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(TocsinApplication.class, Identities.class).sources(more);
    return start(application, engines, prefix);
  }

  /**
   * One of the processes of a node with that prefix, with the identities of Keycloak.
   *
   * @param prefix see {@link #prefix}
   * @param more what it has beside, or instead
   */
  static Program process(EngineAddresses engines, String prefix, Class<?>... more) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(TocsinApplication.class)
            .sources(more)
            .properties(Map.of("tocsin.identity.issuer", engines.issuer()));
    return start(application, engines, prefix);
  }

  /** A name for topics and indices that nobody else has. */
  static String prefix() {
    return "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
  }

  private static Program start(
      SpringApplicationBuilder application,
      EngineAddresses engines,
      String prefix,
      String... arguments) {
    List<String> stronger = new ArrayList<>(List.of(arguments)); // than the configuration file
    stronger.add("--server.port=0");
    Program program =
        new Program(
            application
                .properties(
                    Map.of(
                        "tocsin.kafka.bootstrap-servers",
                        engines.kafkaBootstrap(),
                        "tocsin.kafka.prefix",
                        prefix,
                        "tocsin.elasticsearch.url",
                        engines.elasticsearchUrl(),
                        "tocsin.elasticsearch.prefix",
                        prefix,
                        "spring.main.allow-bean-definition-overriding",
                        "true"))
                .run(stronger.toArray(String[]::new)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> program.bean(Preparation.class).missing().isEmpty());
    return program;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where it answers, without a slash at the end. */
  String url() {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }

  HttpResponse<String> post(String query, String body) throws Exception {
    return send(request("/api/reports?" + query).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Asks for something to be done that needs no body. */
  HttpResponse<String> order(String path) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends JSON as somebody. */
  HttpResponse<String> send(String who, String method, String path, String json) throws Exception {
    return send(
        request(path)
            .setHeader("Authorization", "Bearer " + who)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(request(path).GET());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  JsonNode awaitComplete(String receipt) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () -> get("/api/reports/" + receipt),
            account -> account.path("state").asString().equals("complete"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer analyst");
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }

  /**
   * Takes the token for the name of somebody with the role analyst, or admin where that is the
   * name; Keycloak is not needed here.
   */
  @Configuration(proxyBeanMethods = false)
  static class Identities {
    @Bean
    @Primary
    JwtDecoder namedTokens() {
      return token ->
          Jwt.withTokenValue(token)
              .header("alg", "none")
              .subject(token)
              .claim("preferred_username", token)
              .claim(
                  "realm_access",
                  Map.of("roles", List.of(token.equals("admin") ? "admin" : "analyst")))
              .issuedAt(Instant.now())
              .expiresAt(Instant.now().plusSeconds(300))
              .build();
    }
  }
}
