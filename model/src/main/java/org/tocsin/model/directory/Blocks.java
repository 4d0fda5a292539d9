package org.tocsin.model.directory;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4AddressTrie;
import inet.ipaddr.ipv6.IPv6AddressTrie;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Blocks of addresses, found by longest prefix. */
final class Blocks {
  private final IPv4AddressTrie ipv4 = new IPv4AddressTrie();
  private final IPv6AddressTrie ipv6 = new IPv6AddressTrie();

  Blocks(List<Cidr> blocks) {
    for (Cidr cidr : blocks) {
      IPAddress block = cidr.block();
      if (block.isIPv4()) {
        ipv4.add(block.toIPv4());
      } else {
        ipv6.add(block.toIPv6());
      }
    }
  }

  /** The smallest block that holds that address. */
  Optional<Cidr> smallest(String address) {
    return Cidr.address(address).flatMap(this::smallest);
  }

  private Optional<Cidr> smallest(IPAddress address) {
    @Nullable IPAddress block =
        address.isIPv4()
            ? ipv4.longestPrefixMatch(address.toIPv4())
            : ipv6.longestPrefixMatch(address.toIPv6());
    return Optional.ofNullable(block).map(Blocks::cidr);
  }

  /** The fewest blocks that hold the same addresses. */
  List<Cidr> joined() {
    return Stream.concat(joined(ipv4.asSet().stream()), joined(ipv6.asSet().stream())).toList();
  }

  private static Stream<Cidr> joined(Stream<? extends IPAddress> blocks) {
    IPAddress[] all = blocks.toArray(IPAddress[]::new);
    return all.length == 0
        ? Stream.empty()
        : Arrays.stream(all[0].mergeToPrefixBlocks(all)).map(Blocks::cidr);
  }

  /** A single address is kept without its prefix length. */
  private static Cidr cidr(IPAddress block) {
    return Cidr.parse(block.toCanonicalString());
  }
}
