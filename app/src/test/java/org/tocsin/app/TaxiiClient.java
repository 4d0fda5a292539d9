package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain client of TAXII 2.1, written by the standard and by nothing else: it starts at the
 * discovery resource and holds every answer to what the standard says of it.
 */
final class TaxiiClient {
  /** Section 1.6.8. */
  static final String TAXII = "application/taxii+json;version=2.1";

  /** Section 3.2: RFC 3339 with at least six digits after the second. */
  private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI server;
  private final String authorization;

  private TaxiiClient(String server, String authorization) {
    this.server = URI.create(server);
    this.authorization = authorization;
  }

  static TaxiiClient bearer(String server, String token) {
    return new TaxiiClient(server, "Bearer " + token);
  }

  static TaxiiClient basic(String server, String name, String secret) {
    byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return new TaxiiClient(server, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The same client of another process. */
  TaxiiClient at(String other) {
    return new TaxiiClient(other, authorization);
  }

  /** What was answered at once, and what its headers say. */
  record Part(JsonNode body, String first, String last) {
    List<JsonNode> objects() {
      return body.path("objects").valueStream().toList();
    }
  }

  /** Section 4.1: the default API root, as the server calls it. */
  String root() throws IOException, InterruptedException {
    JsonNode discovery = ok(get("/taxii2/"));
    assertThat(discovery.path("title").asString()).isNotEmpty();
    String root = discovery.path("default").asString();
    assertThat(discovery.path("api_roots").valueStream().map(JsonNode::asString)).contains(root);
    assertThat(URI.create(root).getAuthority()).isEqualTo(server.getAuthority());
    return URI.create(root).getPath();
  }

  /** Section 5.1. */
  List<JsonNode> collections() throws IOException, InterruptedException {
    return ok(get(root() + "collections/")).path("collections").valueStream().toList();
  }

  /** Section 5.2: the path of the collection of that alias, by its id. */
  String collection(String alias) throws IOException, InterruptedException {
    return collections().stream()
        .filter(collection -> collection.path("alias").asString().equals(alias))
        .map(collection -> UUID.fromString(collection.path("id").asString()))
        .map(id -> "/taxii2/tocsin/collections/" + id + "/")
        .findFirst()
        .orElseThrow();
  }

  /** Section 5.4, one answer. */
  Part part(String path, Map<String, String> parameters) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path + query(parameters));
    JsonNode body = ok(response);
    Part part = new Part(body, header(response, "First"), header(response, "Last"));
    boolean empty = part.objects().isEmpty() && body.path("versions").isEmpty();
    assertThat(part.first().isEmpty()).as("section 3.1: only where something is").isEqualTo(empty);
    assertThat(part.first()).isLessThanOrEqualTo(part.last());
    assertThat(body.has("next")).as("section 3.5").isEqualTo(body.path("more").asBoolean());
    assertThat(body.has("objects") && body.path("objects").isEmpty()).as("section 3.7").isFalse();
    return part;
  }

  /** Section 3.5: every object, part by part. */
  List<JsonNode> all(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    Map<String, String> asked = new TreeMap<>(parameters);
    String last = "";
    Part part;
    do {
      part = part(path, asked);
      assertThat(part.first().isEmpty() ? last : part.first()).isGreaterThanOrEqualTo(last);
      last = part.last().isEmpty() ? last : part.last();
      all.addAll(part.objects());
      asked.put("next", part.body().path("next").asString(""));
    } while (part.body().path("more").asBoolean());
    return all;
  }

  /** Section 5.5: adds objects and waits until nothing of it is pending (section 4.3). */
  JsonNode add(String alias, String... objects) throws IOException, InterruptedException {
    String envelope = "{\"objects\":[" + String.join(",", objects) + "]}";
    HttpResponse<String> response = post(collection(alias) + "objects/", TAXII, envelope);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    JsonNode status = typed(response);
    assertThat(status.path("request_timestamp").asString()).matches(TIMESTAMP);
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> ok(get("/taxii2/tocsin/status/" + status.path("id").asString() + "/")),
            current -> current.path("status").asString().equals("complete"));
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send("POST", path, Map.of("Content-Type", type), BodyPublishers.ofString(body));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, Map.of(), BodyPublishers.noBody());
  }

  HttpResponse<String> send(
      String method, String path, Map<String, String> headers, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofMinutes(1))
            .method(method, body)
            .setHeader("Accept", TAXII);
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization);
    }
    headers.forEach(request::setHeader);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Section 3.6.1: what an error says, after checking that it is one. */
  static JsonNode error(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode message = typed(response);
    assertThat(message.path("title").asString()).isNotEmpty();
    assertThat(message.path("http_status").asString()).isEqualTo(String.valueOf(status));
    return message;
  }

  /** The body of an answer that must be one. */
  static JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return typed(response);
  }

  private static JsonNode typed(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains(TAXII);
    return JSON.readTree(response.body());
  }

  private static String header(HttpResponse<String> response, String end) {
    String value = response.headers().firstValue("X-TAXII-Date-Added-" + end).orElse("");
    assertThat(value).matches("|" + TIMESTAMP);
    return value;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
