package org.tocsin.store.document;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and CIDR blocks, checked as strictly as Elasticsearch's type {@code ip} does. */
public final class IpText {
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern LEADING_ZERO = Pattern.compile("(^|[.:])0\\d+\\.|\\.0\\d+$");
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  private IpText() {}

  /** The address, without its prefix length where it has one; empty where it is no address. */
  public static Optional<String> address(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? single(text) : block(text).map(block -> text.substring(0, slash));
  }

  /**
   * The address or CIDR block as it stands; empty where it is neither, or a block of IPv4 addresses
   * written as IPv6 (RFC 4291 section 2.5.5.2), which Elasticsearch refuses.
   */
  public static Optional<String> addressOrBlock(String text) {
    return text.indexOf('/') < 0 ? single(text) : block(text).filter(block -> !isMapped(block));
  }

  private static boolean isMapped(String block) {
    String address = block.substring(0, block.indexOf('/'));
    return address.indexOf(':') >= 0 && InetAddress.ofLiteral(address) instanceof Inet4Address;
  }

  private static Optional<String> block(String text) {
    int slash = text.indexOf('/');
    String prefix = text.substring(slash + 1);
    String address = text.substring(0, slash);
    int bits = address.indexOf(':') < 0 ? 32 : 128;
    return PREFIX.matcher(prefix).matches() && Integer.parseInt(prefix) <= bits
        ? single(address).map(any -> text)
        : Optional.empty();
  }

  /** {@code ofLiteral} alone would also take {@code 1.2} and a zone behind a percent sign. */
  private static Optional<String> single(String text) {
    if (text.length() > 45 || !(DOTTED.matcher(text).matches() || COLONS.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      InetAddress.ofLiteral(text);
      return LEADING_ZERO.matcher(text).find() ? Optional.empty() : Optional.of(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
