package org.tocsin.taxiicheck;

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
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the server as a client does (TAXII 2.1 section 3.1). Follows no redirects. */
final class Server {
  /** The media type of TAXII 2.1 (section 1.6.8). */
  static final String TAXII = "application/taxii+json;version=2.1";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI discovery;
  private final Credentials credentials;

  private Server(HttpClient http, URI discovery, Credentials credentials) {
    this.http = http;
    this.discovery = discovery;
    this.credentials = credentials;
  }

  /** The server of that discovery address, asked by that client. */
  static Server at(HttpClient http, URI discovery, Credentials credentials) {
    return new Server(http, discovery, credentials);
  }

  /** Where discovery is. */
  URI discovery() {
    return discovery;
  }

  /** The same, asked by somebody else. */
  Server as(Credentials others) {
    return new Server(http, discovery, others);
  }

  /** Whether whoever asks says who they are. */
  boolean isSignedIn() {
    return credentials.header() != null;
  }

  Reply get(URI address) {
    return get(address, Map.of());
  }

  /** Asks with those parameters, whose names may have brackets. */
  Reply get(URI address, Map<String, String> parameters) {
    return send("GET", with(address, parameters), BodyPublishers.noBody(), Map.of("Accept", TAXII));
  }

  /** Asks for other media types. */
  Reply accepting(URI address, String accept) {
    return send("GET", address, BodyPublishers.noBody(), Map.of("Accept", accept));
  }

  Reply delete(URI address) {
    return send("DELETE", address, BodyPublishers.noBody(), Map.of("Accept", TAXII));
  }

  Reply post(URI address, byte[] body) {
    return post(address, BodyPublishers.ofByteArray(body));
  }

  Reply post(URI address, BodyPublisher body) {
    return send("POST", address, body, Map.of("Accept", TAXII, "Content-Type", TAXII));
  }

  private Reply send(String method, URI address, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("User-Agent", "tocsin-taxii-check")
            .method(method, body);
    headers.forEach(request::header);
    if (credentials.header() != null) {
      request.header("Authorization", credentials.header());
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(method, address, answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new BrokenException(method + " " + address.getPath() + " was not answered: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server was asked", e);
    }
  }

  private static URI with(URI address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return address;
    }
    String query =
        parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(address + "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
