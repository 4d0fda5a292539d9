package org.tocsin.formats.sco;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute URL as STIX 2.1 section 6.15 wants it, a URI after RFC 3986. What such a URI must not
 * hold and real ones do (spaces, braces, letters beyond ASCII) is percent-encoded (section 2.1).
 *
 * @param value the URL
 */
public record WebAddress(String value) {
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,19})://([^/?#]+)(.*)", Pattern.DOTALL);
  private static final String ALLOWED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=";

  /** Reads a URL with scheme and host; empty where it is none. */
  public static Optional<WebAddress> parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return authority(parts.group(2))
        .map(authority -> parts.group(1) + "://" + authority + encoded(parts.group(3)))
        .filter(WebAddress::isUri)
        .map(WebAddress::new);
  }

  /** A host that is not plain ASCII is written as RFC 5890 has it; user and port stay. */
  private static Optional<String> authority(String authority) {
    if (authority.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.of(authority);
    }
    int port = authority.lastIndexOf(':');
    String host = port < 0 ? authority : authority.substring(0, port);
    String rest = port < 0 ? "" : authority.substring(port);
    return DomainName.parse(host).map(name -> name.value() + rest);
  }

  private static String encoded(String rest) {
    StringBuilder encoded = new StringBuilder(rest.length());
    boolean fragment = false;
    for (byte octet : rest.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean begins = c == '#' && !fragment;
      fragment |= begins;
      if (begins || c == '%' || ALLOWED.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hex(octet >> 4)).append(hex(octet));
      }
    }
    return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static char hex(int value) {
    return Character.toUpperCase(Character.forDigit(value & 15, 16));
  }

  private static boolean isUri(String text) {
    try {
      URI uri = new URI(text).parseServerAuthority();
      return uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
