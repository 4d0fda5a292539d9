package org.tocsin.formats.iodef;

import java.util.Optional;
import org.tocsin.formats.sco.IpAddress;

/** How many bits a netmask such as {@code 255.255.240.0} covers. */
final class MaskLength {
  private static final int BITS = 32;

  private MaskLength() {}

  /** Empty where it is no netmask of IPv4: ones first, then zeros. */
  static Optional<Integer> of(String mask) {
    Optional<IpAddress> address = IpAddress.parse(mask.strip());
    if (address.isEmpty() || address.get().ipv6()) {
      return Optional.empty();
    }
    int value = 0;
    for (String octet : address.get().value().split("\\.", -1)) {
      value = value << 8 | Integer.parseInt(octet);
    }
    int ones = Integer.numberOfLeadingZeros(~value);
    boolean clean = ones == BITS || value << ones == 0;
    return clean ? Optional.of(ones) : Optional.empty();
  }
}
