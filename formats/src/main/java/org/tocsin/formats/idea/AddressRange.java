package org.tocsin.formats.idea;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.formats.sco.IpAddress;

/** IDEA writes a stretch of addresses as {@code first-last}; STIX knows networks only. */
final class AddressRange {
  private AddressRange() {}

  /**
   * The networks that make up the range, of IPv4; the text itself where it is no range, nothing
   * where it is one of IPv6 or turned around.
   */
  static List<String> networks(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return List.of(text);
    }
    Optional<IpAddress> first = IpAddress.parse(text.substring(0, dash).strip());
    Optional<IpAddress> last = IpAddress.parse(text.substring(dash + 1).strip());
    if (first.isEmpty() || last.isEmpty() || first.get().ipv6() || last.get().ipv6()) {
      return List.of();
    }
    return networks(number(first.get()), number(last.get()));
  }

  private static List<String> networks(long first, long last) {
    List<String> networks = new ArrayList<>();
    long at = first;
    while (at <= last) {
      int bits = at == 0 ? 32 : Math.min(32, Long.numberOfTrailingZeros(at));
      while (bits > 0 && at + (1L << bits) - 1 > last) {
        bits--;
      }
      networks.add(text(at) + "/" + (32 - bits));
      at += 1L << bits;
    }
    return networks;
  }

  private static long number(IpAddress address) {
    long number = 0;
    for (String octet : address.value().split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return number;
  }

  private static String text(long number) {
    return (number >> 24 & 255)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }
}
