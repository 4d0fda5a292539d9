package org.tocsin.launcher.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one running part whether it answers. */
public final class PartCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private PartCheck() {}

  /**
   * Asks.
   *
   * @return {@code up}, {@code not answering} or {@code not running}
   */
  public static String ask(Part part) {
    if (part.process().find().isEmpty()) {
      return "not running";
    }
    return answers(part) ? "up" : "not answering";
  }

  private static boolean answers(Part part) {
    return switch (part.name()) {
      case Part.KAFKA -> accepts(part.address());
      case Part.ELASTICSEARCH -> says200(part.address() + "/_cluster/health");
      case Part.KEYCLOAK -> says200(part.address() + "/realms/tocsin");
      default -> says200(part.address() + "/actuator/health/readiness");
    };
  }

  private static boolean accepts(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    int port = Integer.parseInt(hostAndPort.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(hostAndPort.substring(0, colon), port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean says200(String address) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest ask = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
