package org.tocsin.formats.sco;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
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
   * Reads an address or a network; the prefix length of a single address is dropped, and a network
   * begins where its prefix says: 192.0.2.7/24 is 192.0.2.0/24.
   */
  public static Optional<IpAddress> parseNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return parse(text);
    }
    String prefix = text.substring(slash + 1);
    int bits = text.lastIndexOf(':', slash) < 0 ? 32 : 128;
    if (!isPrefix(prefix, bits)) {
      return Optional.empty();
    }
    int length = Integer.parseInt(prefix);
    return parse(text.substring(0, slash))
        .map(address -> new Ranged(address, length - bits + address.bits()))
        .filter(ranged -> ranged.length() >= 0)
        .map(Ranged::network);
  }

  /** How many bits it has. */
  public int bits() {
    return ipv6 ? 128 : 32;
  }

  private record Ranged(IpAddress address, int length) {
    IpAddress network() {
      int behind = address.bits() - length;
      if (behind == 0) {
        return address;
      }
      BigInteger first =
          InetAddresses.toBigInteger(InetAddresses.forString(address.value()))
              .shiftRight(behind)
              .shiftLeft(behind);
      InetAddress begins =
          address.ipv6()
              ? InetAddresses.fromIPv6BigInteger(first)
              : InetAddresses.fromIPv4BigInteger(first);
      return new IpAddress(InetAddresses.toAddrString(begins) + "/" + length, address.ipv6());
    }
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
