package org.tocsin.web.fake;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What Tocsin asks of Keycloak, on a port of its own; its tokens are real and signed. */
public final class FakeKeycloak implements AutoCloseable {
  private static final RSAKey KEY = key();
  private static final String REALM = "/realms/tocsin";

  public final AtomicInteger exchanges = new AtomicInteger();
  public final AtomicInteger keyFetches = new AtomicInteger();

  /** What the code of a sign-in stands for: the claims of the person, by code. */
  public final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();

  /** The form the last code came with. */
  public volatile Map<String, String> lastForm = Map.of();

  /** When this is set, the token endpoint answers so. */
  public volatile int failure;

  public volatile int tokenSeconds = 300;

  private final HttpServer server;

  public FakeKeycloak() {
    this(0);
  }

  public FakeKeycloak(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(REALM + "/protocol/openid-connect/certs", this::certs);
    server.createContext(REALM + "/protocol/openid-connect/token", this::token);
    server.start();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String issuer() {
    return "http://127.0.0.1:" + port() + REALM;
  }

  /** An access token for a person. */
  public String person(String name, String... roles) {
    return token(claims -> claims.claim("preferred_username", name).claim("typ", "Bearer"), roles);
  }

  /** An access token for a machine. */
  public String machine(String client, String... roles) {
    return token(
        claims ->
            claims
                .claim("preferred_username", "service-account-" + client)
                .claim("client_id", client)
                .claim("azp", client)
                .claim("typ", "Bearer"),
        roles);
  }

  public String token(Consumer<JWTClaimsSet.Builder> more, String... roles) {
    return token(KEY, more, roles);
  }

  public String token(RSAKey key, Consumer<JWTClaimsSet.Builder> more, String... roles) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject("subject")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(tokenSeconds)))
            .claim("realm_access", Map.of("roles", List.of(roles)));
    more.accept(claims);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private void certs(HttpExchange exchange) throws IOException {
    keyFetches.incrementAndGet();
    answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
  }

  private void token(HttpExchange exchange) throws IOException {
    exchanges.incrementAndGet();
    Map<String, String> form = form(exchange);
    if (failure != 0) {
      answer(exchange, failure, "{}");
    } else if ("client_credentials".equals(form.get("grant_type"))) {
      machine(exchange, form);
    } else {
      code(exchange, form);
    }
  }

  /** A machine's secret is its name. */
  private void machine(HttpExchange exchange, Map<String, String> form) throws IOException {
    String client = form.get("client_id");
    if (client.equals(form.get("client_secret"))) {
      answer(exchange, 200, "{\"access_token\":\"" + machine(client, "feed") + "\"}");
    } else {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
    }
  }

  private void code(HttpExchange exchange, Map<String, String> form) throws IOException {
    lastForm = form;
    Map<String, Object> person = codes.remove(form.get("code"));
    String basic = exchange.getRequestHeaders().getFirst("Authorization");
    String expected =
        "Basic " + Base64.getEncoder().encodeToString("tocsin-console:console".getBytes());
    if (person == null || !expected.equals(basic)) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String id =
        token(claims -> {
          person.forEach(claims::claim);
          claims.audience("tocsin-console").claim("typ", "ID").claim("realm_access", null);
        });
    String access =
        token(
            claims ->
                claims
                    .claim("preferred_username", person.get("preferred_username"))
                    .claim("typ", "Bearer"),
            String.valueOf(person.get("role")));
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
            .formatted(access, id));
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
