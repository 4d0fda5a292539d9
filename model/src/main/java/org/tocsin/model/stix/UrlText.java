package org.tocsin.model.stix;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a URL, after RFC 3986 sections 6.2.2 and 6.2.3: scheme and host in lower
 * case, no root's dot, no usual port, no dot segments, no empty path, nothing percent-encoded that
 * need not be. Case of path and query, and their order, mean something and stay.
 */
public final class UrlText {
  private static final Pattern PARTS =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]{0,19})://([^/?#]+)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern IPV6 = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})]");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String IN_USER = UNRESERVED + ":!$&'()*+,;=";
  private static final String IN_REST = IN_USER + "/?@";
  private static final Map<String, String> USUAL_PORTS =
      Map.of("http", "80", "https", "443", "ftp", "21", "ws", "80", "wss", "443");
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LABEL = 63;

  private UrlText() {}

  /** The spelling; empty where the text is no URL with a host, or its host is beyond ASCII. */
  public static Optional<String> plain(String text) {
    return plain(text, host -> host);
  }

  /**
   * The spelling; empty where the text is no URL with a host.
   *
   * @param hosts gives hosts beyond ASCII, or with A-labels, in the spelling of RFC 5890
   */
  public static Optional<String> plain(String text, UnaryOperator<String> hosts) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String path = withoutDots(encoded(parts.group(3), IN_REST));
    String rest =
        (path.isEmpty() ? "/" : path) + marked(parts.group(4), '?') + marked(parts.group(5), '#');
    return authority(scheme, parts.group(2), hosts)
        .map(authority -> scheme + "://" + authority + rest);
  }

  /** The host of a URL in its one spelling, an IPv6 address without brackets. */
  public static String host(String plain) {
    int start = plain.indexOf("://") + 3;
    int end = plain.indexOf('/', start);
    String authority = plain.substring(start, end < 0 ? plain.length() : end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int port = host.indexOf(':');
    return port < 0 ? host : host.substring(0, port);
  }

  private static String marked(@Nullable String part, char mark) {
    return part == null ? "" : mark + encoded(part.substring(1), IN_REST);
  }

  private static Optional<String> authority(
      String scheme, String text, UnaryOperator<String> hosts) {
    int at = text.lastIndexOf('@');
    String user = at < 1 ? "" : text.substring(0, at);
    String server = text.substring(at + 1);
    int end = server.indexOf(':', server.indexOf(']') + 1);
    String port = end < 0 ? "" : server.substring(end + 1);
    if (user.chars().anyMatch(c -> c <= ' ' || c == '\\') || !port.matches("[0-9]{0,9}")) {
      return Optional.empty();
    }
    int number = port.isEmpty() ? 0 : Integer.parseInt(port);
    boolean usual = port.isEmpty() || String.valueOf(number).equals(USUAL_PORTS.get(scheme));
    return number > 0xffff
        ? Optional.empty()
        : host(end < 0 ? server : server.substring(0, end), hosts)
            .map(host ->
                (user.isEmpty() ? "" : encoded(user, IN_USER) + "@")
                    + host
                    + (usual ? "" : ":" + number));
  }

  private static Optional<String> host(String text, UnaryOperator<String> hosts) {
    Matcher ipv6 = IPV6.matcher(text);
    if (ipv6.matches()) {
      IPAddress address = new IPAddressString(ipv6.group(1)).getAddress();
      return address == null || !address.isIPv6()
          ? Optional.empty()
          : Optional.of("[" + address.toCanonicalString() + "]");
    }
    String name = decoded(text);
    boolean plain = name.chars().allMatch(c -> c < 0x80);
    String lower = name.toLowerCase(Locale.ROOT);
    String host = plain && !lower.contains("xn--") ? lower : hosts.apply(plain ? lower : name);
    String rootless = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return isHost(rootless) ? Optional.of(rootless) : Optional.empty();
  }

  /** Names with underscores are hosts too: some are reached under such names. */
  private static boolean isHost(String host) {
    if (host.isEmpty() || host.length() > LONGEST_HOST) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= host.length(); i++) {
      char c = i < host.length() ? host.charAt(i) : '.';
      if (c == '.') {
        if (i == start || i - start > LONGEST_LABEL) {
          return false;
        }
        start = i + 1;
      } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !HostNumber.endsIn(host) || HostNumber.isAddress(host);
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < octets.length; i++) {
      int value = escaped(octets, i);
      octets[length++] = value < 0 ? octets[i] : (byte) value;
      i += value < 0 ? 0 : 2;
    }
    return new String(octets, 0, length, StandardCharsets.UTF_8);
  }

  private static String encoded(String text, String allowed) {
    StringBuilder encoded = new StringBuilder(text.length());
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int value = escaped(octets, i);
      int octet = value < 0 ? octets[i] & 0xff : value;
      if ((value < 0 ? allowed : UNRESERVED).indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(hex(octet >> 4)).append(hex(octet));
      }
      i += value < 0 ? 0 : 2;
    }
    return encoded.toString();
  }

  /** What the percent sign there and the two digits behind it stand for; -1 without them. */
  private static int escaped(byte[] octets, int at) {
    if (octets[at] != '%' || at + 2 >= octets.length) {
      return -1;
    }
    int high = digit(octets[at + 1]);
    int low = digit(octets[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(byte octet) {
    return octet < 0 ? -1 : Character.digit((char) octet, 16);
  }

  private static char hex(int value) {
    return Character.toUpperCase(Character.forDigit(value & 15, 16));
  }

  /** RFC 3986 section 5.2.4. */
  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      boolean dots = up || segments[i].equals(".");
      if (up) {
        kept.pollLast();
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
