package org.tocsin.acceptance;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Follows the observations of one provider in the order they become visible, a few at a time. */
final class Poller implements AutoCloseable {
  private final Node node;
  private final String provider;
  private final int limit;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;
  private volatile boolean stopped;
  private volatile boolean isAtEnd;
  private String cursor = "";

  Poller(Node node, String provider, int limit) {
    this.node = node;
    this.provider = provider;
    this.limit = limit;
    this.thread = Thread.ofVirtual().start(this::follow);
  }

  /** The ids in the order they came. */
  List<String> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  /** Whether the last page was the end of what is visible. */
  boolean isAtEnd() {
    return isAtEnd;
  }

  private void follow() {
    while (!stopped) {
      try {
        page();
      } catch (Exception e) {
        isAtEnd = false; // the node is being killed now and then; the cursor is still good
        pause(100);
      }
    }
  }

  private void page() throws Exception {
    String query = "/api/observations?provider=" + provider + "&limit=" + limit;
    String path = cursor.isEmpty() ? query : query + "&cursor=" + Node.encode(cursor);
    HttpResponse<String> response = node.send(node.request(path, "analyst").GET());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("status " + response.statusCode());
    }
    JsonNode page = Node.json(response);
    page.path("items").forEach(item -> seen.add(item.path("id").asString()));
    cursor = page.path("cursor").asString();
    isAtEnd = !page.path("more").asBoolean();
    if (isAtEnd) {
      pause(100);
    }
  }

  private static void pause(long millis) {
    java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000);
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
  }
}
