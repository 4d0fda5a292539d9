package org.tocsin.outward;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers as each test wants it to, byte by byte. */
final class BadServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What a client asked. */
  record Request(String path, Map<String, String> headers) {}

  /** Writes an answer, whatever it may be. */
  @FunctionalInterface
  interface Answer {
    void write(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  BadServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  void on(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** Answers with those header lines and that content, which is as long as it says. */
  static Answer answer(String status, String headers, byte[] body) {
    return (_, out) -> {
      out.write(head(status, headers + "Content-Length: " + body.length + "\r\n"));
      out.write(body);
    };
  }

  static byte[] head(String status, String headers) {
    return ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  List<Request> requests() {
    return requests;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> serve(one));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket one) {
    try (one) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      Map<String, String> headers = new ConcurrentHashMap<>();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        String[] pair = line.split(":", 2);
        headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
      }
      Request request = new Request(first.split(" ")[1], headers);
      requests.add(request);
      answers
          .getOrDefault(request.path(), answer("404 Not Found", "", new byte[0]))
          .write(request, one.getOutputStream());
      one.getOutputStream().flush();
    } catch (IOException e) {
      // the client went away, which is what many of the tests are about
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
