package org.tocsin.ingest.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * STARTTLS (RFC 9051 section 6.2.1) before a server for IMAP that has none: nothing but that can be
 * asked before there is TLS, so nobody signs in in the clear.
 */
final class StartTls implements AutoCloseable {
  /** How many began TLS. */
  final AtomicInteger begun = new AtomicInteger();

  private final ServerSocket front = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final SSLContext keys;
  private final int behind;

  StartTls(SSLContext keys, int behind) throws IOException {
    this.keys = keys;
    this.behind = behind;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return front.getLocalPort();
  }

  private void serve() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        Thread.ofVirtual().start(() -> converse(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      say(client, "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 3);
        switch (words[1].toUpperCase(Locale.ROOT)) {
          case "CAPABILITY" -> {
            say(client, "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED");
            say(client, words[0] + " OK done");
          }
          case "STARTTLS" -> {
            say(client, words[0] + " OK begin");
            begin(client);
            return;
          }
          default -> say(client, words[0] + " NO begin TLS first");
        }
      }
    } catch (IOException | InterruptedException e) {
      // the client sees that it is gone
    }
  }

  private void begin(Socket client) throws IOException, InterruptedException {
    try (SSLSocket secure =
            (SSLSocket) keys.getSocketFactory().createSocket(client, null, client.getPort(), true);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      secure.setUseClientMode(false);
      secure.startHandshake();
      begun.incrementAndGet();
      InputStream answers = server.getInputStream();
      while (answers.read() != '\n') {
        // its greeting has been said
      }
      CountDownLatch ended = new CountDownLatch(1);
      pass(secure.getInputStream(), server.getOutputStream(), ended);
      pass(answers, secure.getOutputStream(), ended);
      ended.await();
    }
  }

  private static void pass(InputStream from, OutputStream to, CountDownLatch ended) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            from.transferTo(to);
          } catch (IOException e) {
            // the other way ends too
          } finally {
            ended.countDown();
          }
        });
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    front.close();
  }
}
