package org.tocsin.model.directory;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/**
 * A block of addresses (RFC 4632, RFC 4291 section 2.3), which begins where its prefix says.
 *
 * @param text the one way it is written: IPv4 in four decimal numbers, IPv6 after RFC 5952, with
 *     the prefix length
 */
public record Cidr(String text) implements NetworkAsset {
  /** IPv4 within IPv6 (RFC 4291 section 2.5.5.2). */
  private static final IPAddress MAPPED = new IPAddressString("::ffff:0:0/96").getAddress();

  /** Nothing but full addresses: no wildcards, ranges, zones, masks, hex or octal numbers. */
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowAll(false)
          .allowEmpty(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .getIPv4AddressParametersBuilder()
          .allowBinary(false)
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowBinary(false)
          .allowZone(false)
          .allowBase85(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getParentBuilder()
          .toParams();

  public Cidr {
    IPAddress block = block(text).orElseThrow(Cidr::bad);
    if (!block.toCanonicalString().equals(text)) {
      throw bad();
    }
  }

  /**
   * Reads a block; a single address is the block that holds it alone.
   *
   * @throws IllegalArgumentException where it is none, or has bits set behind its prefix
   */
  public static Cidr parse(String text) {
    return new Cidr(block(text.strip()).map(IPAddress::toCanonicalString).orElseThrow(Cidr::bad));
  }

  /** The block as the library knows it. */
  IPAddress block() {
    return block(text).orElseThrow();
  }

  /** One address; empty where it is none. */
  static Optional<IPAddress> address(String text) {
    return text.indexOf('/') >= 0 ? Optional.empty() : read(text).map(Cidr::unmapped);
  }

  private static Optional<IPAddress> block(String text) {
    return read(text)
        .map(Cidr::prefixed)
        .filter(IPAddress::isSinglePrefixBlock)
        .filter(block -> block.isIPv4() || !touchesIpv4(block));
  }

  private static Optional<IPAddress> read(String text) {
    try {
      return Optional.ofNullable(new IPAddressString(text, STRICT).toAddress());
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }

  private static IPAddress prefixed(IPAddress address) {
    return address.isPrefixed() ? address : address.toPrefixBlock(address.getBitCount());
  }

  /** IPv4 within IPv6 is that IPv4 address, here as in the search. */
  private static IPAddress unmapped(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }

  /** A block that holds IPv4 as IPv6 would mean something else to each reader. */
  private static boolean touchesIpv4(IPAddress block) {
    return MAPPED.contains(block) || block.contains(MAPPED);
  }

  private static IllegalArgumentException bad() {
    return new IllegalArgumentException(
        "a block is an address and a prefix length, with no bits set behind the prefix");
  }
}
