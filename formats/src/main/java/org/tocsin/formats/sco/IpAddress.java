package org.tocsin.formats.sco;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * An address, or a network in CIDR notation, as STIX 2.1 sections 6.9 and 6.10 write it.
 *
 * @param value the one spelling it has here: IPv4 without leading zeros, IPv6 after RFC 5952
 * @param ipv6 whether it is IPv6
 */
public record IpAddress(String value, boolean ipv6) {

  /** Reads one address; empty where it is none, or carries a prefix, a port or a zone. */
  public static Optional<IpAddress> parse(String text) {
    if (isIpv4(text)) {
      return Optional.of(new IpAddress(text, false));
    }
    if (text.indexOf(':') < 0 || text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
      return Optional.empty();
    }
    InetAddress address = InetAddresses.forString(text);
    return Optional.of(
        new IpAddress(InetAddresses.toAddrString(address), address instanceof Inet6Address));
  }

  /**
   * Reads an address with or without a prefix length; a prefix that spans one address is dropped.
   */
  public static Optional<IpAddress> parseNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return parse(text);
    }
    String prefix = text.substring(slash + 1);
    return parse(text.substring(0, slash))
        .filter(address -> isPrefix(prefix, address.bits()))
        .map(address -> address.within(prefix));
  }

  private int bits() {
    return ipv6 ? 128 : 32;
  }

  private IpAddress within(String prefix) {
    return Integer.parseInt(prefix) == bits() ? this : new IpAddress(value + "/" + prefix, ipv6);
  }

  private static boolean isPrefix(String text, int bits) {
    return text.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(text) <= bits;
  }

  private static boolean isIpv4(String text) {
    int number = 0;
    int digits = 0;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && digits > 0) {
        dots++;
        number = 0;
        digits = 0;
      } else if (c >= '0' && c <= '9' && (digits == 0 || number > 0)) {
        number = number * 10 + (c - '0');
        digits++;
        if (number > 255) {
          return false;
        }
      } else {
        return false;
      }
    }
    return dots == 3 && digits > 0;
  }
}
