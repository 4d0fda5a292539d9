package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain reader of Server-Sent Events, written by WHATWG HTML section 9.2.6. */
final class EventClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger comments = new AtomicInteger();
  private volatile String lastId = "";

  private EventClient() {}

  /** What was dispatched. */
  record Event(String id, String type, JsonNode data) {
    String stixId() {
      return data.path("objects").get(0).path("id").asString();
    }
  }

  static String basic(String name, String secret) {
    byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Opens a stream after that event, and waits until it says where it begins. */
  static EventClient open(String url, String authorization, String last)
      throws IOException, InterruptedException {
    EventClient client = new EventClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", authorization)
            .header("Accept", "text/event-stream");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpResponse<InputStream> response =
        client.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Thread.ofVirtual().start(() -> client.read(response.body()));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !client.lastId.isEmpty());
    return client;
  }

  private void read(InputStream body) {
    String id = lastId;
    String type = "message";
    StringBuilder data = new StringBuilder();
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          lastId = id;
          if (!data.isEmpty()) {
            events.add(new Event(id, type, JSON.readTree(data.toString())));
          }
          type = "message";
          data.setLength(0);
        } else if (line.startsWith(":")) {
          comments.incrementAndGet();
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        }
      }
    } catch (IOException e) {
      // The end, however it came.
    }
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The ids of what the events are about. */
  List<String> ids() {
    return events.stream().map(Event::stixId).toList();
  }

  String lastId() {
    return lastId;
  }

  int comments() {
    return comments.get();
  }

  /** Cuts the connection. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
