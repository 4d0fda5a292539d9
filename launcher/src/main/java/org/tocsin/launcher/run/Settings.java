package org.tocsin.launcher.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.tocsin.engines.port.LoopbackPort;
import org.tocsin.engines.port.PortOwner;

/**
 * What a person may set for the local platform, by environment variables.
 *
 * @param port {@code TOCSIN_PORT}, of console and API
 * @param heap {@code TOCSIN_HEAP}, the largest heap of the platform as Java writes it, such as 512m
 */
public record Settings(int port, String heap) {

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Reads and checks.
   *
   * @param environment variables of the process
   * @throws LauncherException when a value makes no sense, or would open the demo identities to
   *     others
   */
  public static Settings from(Map<String, String> environment) {
    for (String variable : new String[] {"SERVER_ADDRESS", "TOCSIN_ADDRESS"}) {
      requireLoopback(variable, environment.getOrDefault(variable, LOOPBACK));
    }
    return new Settings(
        port(environment.getOrDefault("TOCSIN_PORT", "8080")),
        heap(environment.getOrDefault("TOCSIN_HEAP", "512m")));
  }

  /**
   * Refuses a port on which somebody listens.
   *
   * @throws LauncherException with the owner of the port where the system tells
   */
  public void requireFreePort() {
    if (!LoopbackPort.isFree(port)) {
      throw new LauncherException(
          "port %d is taken by %s; choose another one: TOCSIN_PORT=%d ./tocsin up"
              .formatted(port, PortOwner.describe(port), port + 1));
    }
  }

  /** The console's address. */
  public String consoleUrl() {
    return "http://" + LOOPBACK + ":" + port;
  }

  /** The same console by the machine's other name for itself. */
  public String consoleUrlByName() {
    return "http://localhost:" + port;
  }

  private static int port(String text) {
    if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65_535) {
      throw new LauncherException("TOCSIN_PORT must be a port number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static String heap(String text) {
    if (!text.matches("[1-9]\\d{2,4}m|[1-9]\\d?g")) {
      throw new LauncherException(
          "TOCSIN_HEAP must be a size such as 512m or 2g, not '" + text + "'");
    }
    return text;
  }

  private static void requireLoopback(String variable, String address) {
    try {
      if (!address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new LauncherException(variable + "=" + address + " is no address", e);
    }
    throw new LauncherException(
        "%s=%s would open the demo identities, whose passwords are their names, to other machines; ./tocsin up only listens on loopback"
            .formatted(variable, address));
  }
}
