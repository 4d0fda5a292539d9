package org.tocsin.outward.mailbox;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A mailbox and how one gets in.
 *
 * @param uri {@code imaps}, {@code imap}, {@code pop3s} or {@code pop3}, with host, port where it
 *     is not the usual one, and for IMAP the folder as path; without one it is the inbox
 * @param user the name of the user there
 * @param password what lets the user in
 */
public record MailboxAccess(URI uri, String user, String password) {
  private static final Map<String, Integer> PORTS =
      Map.of("imap", 143, "imaps", 993, "pop3", 110, "pop3s", 995);

  /** Throws IllegalArgumentException where the address is none of a mailbox. */
  public MailboxAccess {
    check(uri);
  }

  /**
   * Looks at an address.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static void check(URI uri) {
    if (!PORTS.containsKey(scheme(uri)) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "it has to be an address of imaps, imap, pop3s or pop3, such as"
              + " imaps://mail.example.org/INBOX");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("no user or password may be in it: use 'user', 'secret'");
    }
    if (scheme(uri).startsWith("pop3") && !path(uri).isEmpty()) {
      throw new IllegalArgumentException("a POP3 mailbox has no folders");
    }
  }

  /** Whether that address is one of IMAP. */
  public static boolean isImap(URI uri) {
    return scheme(uri).startsWith("imap");
  }

  String scheme() {
    return scheme(uri);
  }

  boolean isImap() {
    return isImap(uri);
  }

  boolean isTls() {
    return scheme().endsWith("s");
  }

  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return uri.getPort() < 0 ? PORTS.getOrDefault(scheme(), 0) : uri.getPort();
  }

  String folder() {
    String path = path(uri);
    return path.isEmpty() ? "INBOX" : path;
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return uri + " as " + user;
  }
}
