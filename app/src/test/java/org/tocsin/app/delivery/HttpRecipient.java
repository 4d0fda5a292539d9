package org.tocsin.app.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machines that take messages, one at each path, and keep every byte that comes. */
final class HttpRecipient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Got> all = new CopyOnWriteArrayList<>();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

  /** What one does with a message, the number of which counts from 1. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange, int number) throws IOException;
  }

  /** A message, as it came. */
  record Got(String path, String id, String timestamp, String signature, String body) {
    JsonNode report() {
      return JSON.readTree(body).path("objects").get(0);
    }

    boolean isAbout(Object warning) {
      return body.contains(warning.toString());
    }

    boolean revoked() {
      return report().path("revoked").asBoolean(false);
    }
  }

  HttpRecipient() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  /** How one behaves from now on. */
  void behave(String name, Behaviour behaviour) {
    behaviours.put("/" + name, behaviour);
  }

  /** All that came to one, in the order it came. */
  List<Got> of(String name) {
    return all.stream().filter(got -> got.path().equals("/" + name)).toList();
  }

  List<Got> of(String name, Object warning) {
    return of(name).stream().filter(got -> got.isAbout(warning)).toList();
  }

  /** The keys one knows messages by. */
  Set<String> keys(String name, Object warning) {
    return of(name, warning).stream().map(Got::id).collect(Collectors.toSet());
  }

  private void take(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    all.add(
        new Got(
            path,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int number = (int) all.stream().filter(got -> got.path().equals(path)).count();
    behaviours.getOrDefault(path, answering(204)).answer(exchange, number);
    exchange.close();
  }

  static Behaviour answering(int status) {
    return (exchange, number) -> exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
