package org.tocsin.formats.benign;

/**
 * The widest networks that can be indicators: what has a shorter prefix is a slip of the pen, and
 * who blocks it blocks a part of the Internet.
 *
 * @param ipv4 the shortest prefix of IPv4
 * @param ipv6 the shortest prefix of IPv6
 */
public record Widest(int ipv4, int ipv6) {
  /** The largest blocks registries gave to anybody: a /8 of IPv4, a /16 or longer of IPv6. */
  public static final Widest USUAL = new Widest(8, 16);

  public Widest {
    if (ipv4 < 0 || ipv4 > 32 || ipv6 < 0 || ipv6 > 128) {
      throw new IllegalArgumentException(
          "the shortest prefix is 0 to 32 for IPv4 and 0 to 128 for IPv6");
    }
  }
}
