package org.tocsin.model.pattern;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** Addresses and blocks as patterns and objects write them (section 9.6, ISSUBSET). */
final class Block {
  /** Nothing but full addresses; a block may be named by any address in it. */
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

  private static final int LONGEST = 60;

  private Block() {}

  /** The whole block an address or a block names; empty where the text is neither. */
  static Optional<IPAddress> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      IPAddress address = new IPAddressString(text, STRICT).toAddress();
      return Optional.ofNullable(address)
          .map(a -> a.isPrefixed() ? a.toPrefixBlock() : a.toPrefixBlock(a.getBitCount()));
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }
}
