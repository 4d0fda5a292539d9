package org.tocsin.formats.benign;

import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.IpAddress;

/** Addresses and networks of a warning list, IPv4 also as it is written within IPv6. */
final class Networks {
  /** IPv4-compatible (RFC 4291), 6to4 (RFC 3056) and NAT64 (RFC 6052): before and behind. */
  private static final List<Carrier> CARRIERS =
      List.of(new Carrier("::", 96), new Carrier("2002::", 16), new Carrier("64:ff9b::", 96));

  private record Carrier(String base, int length) {
    Network carry(Network ipv4) {
      byte[] bits = InetAddresses.forString(base).getAddress();
      System.arraycopy(ipv4.bits(), 0, bits, length / 8, ipv4.bits().length);
      return new Network(bits, length + ipv4.length(), ipv4.text(), ipv4.label());
    }
  }

  private record Network(byte[] bits, int length, String text, String label) {
    static Network of(IpAddress address, String label) {
      String value = address.value();
      int slash = value.indexOf('/');
      return new Network(
          InetAddresses.forString(slash < 0 ? value : value.substring(0, slash)).getAddress(),
          slash < 0 ? address.bits() : Integer.parseInt(value.substring(slash + 1)),
          value,
          label);
    }

    /** Whether one of the two holds the other. */
    boolean meets(Network other) {
      int common = Math.min(length, other.length);
      int whole = common / 8;
      for (int i = 0; i < whole; i++) {
        if (bits[i] != other.bits[i]) {
          return false;
        }
      }
      int rest = common % 8;
      return rest == 0 || ((bits[whole] ^ other.bits[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }

  private final List<Network> ipv4 = new ArrayList<>();
  private final List<Network> ipv6 = new ArrayList<>();
  private final List<Network> carried = new ArrayList<>();
  private final Widest widest;

  Networks(Widest widest) {
    this.widest = widest;
  }

  void add(IpAddress address, String label) {
    Network network = Network.of(address, label);
    if (address.ipv6()) {
      ipv6.add(network);
    } else {
      ipv4.add(network);
      CARRIERS.forEach(carrier -> carried.add(carrier.carry(network)));
    }
  }

  /** Why that address or network is no indicator; null where nothing speaks against it. */
  @Nullable String objection(IpAddress address) {
    Network asked = Network.of(address, "");
    String found =
        address.ipv6() ? or(objection(asked, ipv6), asked, carried) : objection(asked, ipv4);
    int shortest = address.ipv6() ? widest.ipv6() : widest.ipv4();
    return found == null && asked.length() < shortest ? "a network wider than /" + shortest : found;
  }

  private static @Nullable String or(
      @Nullable String found, Network asked, List<Network> networks) {
    return found == null ? objection(asked, networks) : found;
  }

  private static @Nullable String objection(Network asked, List<Network> networks) {
    for (Network network : networks) {
      if (network.meets(asked)) {
        return asked.length() >= network.length()
            ? network.label()
            : "it holds " + network.text() + ", " + network.label();
      }
    }
    return null;
  }
}
