package org.tocsin.outward;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet: all but those of the IANA special-purpose
 * registries (RFC 6890), multicast, and IPv6 that carries an IPv4 address within it.
 */
final class PublicInternet {
  private static final List<IPAddress> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that was ever given out; loopback, link-local, unique local and NAT64 lie outside. */
  private static final IPAddress GLOBAL_V6 = block("2000::/3");

  /** Teredo and other protocol assignments, documentation, and 6to4. */
  private static final List<IPAddress> SPECIAL_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicInternet() {}

  /** Whether that address may be reached without being allowed by name. */
  static boolean contains(InetAddress address) {
    // Java itself turns IPv4 mapped into IPv6 (RFC 4291 section 2.5.5.2) into IPv4.
    IPAddress one = block(address.getHostAddress().replaceFirst("%.*$", ""));
    return one.isIPv4()
        ? SPECIAL_V4.stream().noneMatch(block -> block.contains(one))
        : GLOBAL_V6.contains(one) && SPECIAL_V6.stream().noneMatch(block -> block.contains(one));
  }

  private static List<IPAddress> blocks(String... texts) {
    return Stream.of(texts).map(PublicInternet::block).toList();
  }

  private static IPAddress block(String text) {
    return new IPAddressString(text).getAddress();
  }
}
