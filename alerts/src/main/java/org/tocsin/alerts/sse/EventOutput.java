package org.tocsin.alerts.sse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the format of WHATWG HTML section 9.2.5. Not thread-safe. */
final class EventOutput {
  private static final String END = "\n\n";

  private final OutputStream out;

  EventOutput(OutputStream out) {
    this.out = out;
  }

  /**
   * Says where the stream begins: an id without data raises no event, but a client that is cut off
   * before the first one comes back with it (section 9.2.6).
   */
  void begin(String id) throws IOException {
    write("retry: 2000\nid: " + id + END);
    flush();
  }

  void event(Event event) throws IOException {
    write("event: " + event.type() + "\nid: " + event.id() + "\ndata: " + event.data() + END);
  }

  /** Shows either end that the other is there. */
  void heartbeat() throws IOException {
    write(":" + END);
    flush();
  }

  void flush() throws IOException {
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
