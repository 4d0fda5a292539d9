package org.tocsin.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Answers where the platform would: ready at once, and every submission becomes one observation,
 * unless its bytes say "reject". For the launcher's own tests; the whole is tested with the
 * platform.
 */
final class StandInPlatform {

  private StandInPlatform() {}

  public static void main(String[] args) throws IOException {
    String role = String.join(" ", args);
    if (role.contains("--tocsin.roles=rebuild")) {
      System.out.println("rebuilt from " + System.getenv("TOCSIN_KAFKA_BOOTSTRAP_SERVERS"));
      return;
    }
    InetSocketAddress address =
        new InetSocketAddress(
            System.getenv("SERVER_ADDRESS"), Integer.parseInt(System.getenv("SERVER_PORT")));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/actuator/health/readiness", e -> answer(e, 200, "{\"status\":\"UP\"}"));
    server.createContext("/api/directory/", e -> answer(e, 200, "{}"));
    server.createContext("/api/sharing-groups/", e -> answer(e, 200, "{}"));
    server.createContext("/api/reports", StandInPlatform::reports);
    server.start();
  }

  private static void reports(HttpExchange exchange) throws IOException {
    boolean signedIn =
        exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
    if (!signedIn) {
      answer(exchange, 401, "{\"title\":\"Unauthorized\"}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String receipt = new String(body, StandardCharsets.UTF_8).contains("reject") ? "bad" : "good";
      answer(
          exchange,
          202,
          "{\"receipt\":\"%s\",\"records\":1,\"bytes\":%d}".formatted(receipt, body.length));
    } else {
      boolean bad = exchange.getRequestURI().getPath().endsWith("bad");
      answer(
          exchange,
          200,
          "{\"collected\":1,\"observed\":%d,\"rejected\":%d,\"pending\":0,\"state\":\"complete\"}"
              .formatted(bad ? 0 : 1, bad ? 1 : 0));
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Packs this program into an executable jar. */
  static Path writeTo(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInPlatform.class.getName());
    String entry = StandInPlatform.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(entry));
      out.write(StandInPlatform.class.getResourceAsStream("StandInPlatform.class").readAllBytes());
      out.closeEntry();
    }
    return jar;
  }
}
