package org.tocsin.outward.mail;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail, and how one gets in.
 *
 * @param uri {@code smtps} or {@code smtp}, with host, and port where it is not the usual one
 * @param user the name of the user there, null where nobody signs in
 * @param password what lets the user in, null where nobody signs in
 */
public record MailServer(URI uri, @Nullable String user, @Nullable String password) {
  private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465);

  /** Throws IllegalArgumentException where the address is none of a mail server. */
  public MailServer {
    if (!PORTS.containsKey(scheme(uri)) || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "it has to be an address of smtps or smtp, such as smtps://mail.example.org");
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  String scheme() {
    return scheme(uri);
  }

  boolean isTls() {
    return scheme().equals("smtps");
  }

  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return uri.getPort() < 0 ? PORTS.getOrDefault(scheme(), 0) : uri.getPort();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return uri + (user == null ? "" : " as " + user);
  }
}
