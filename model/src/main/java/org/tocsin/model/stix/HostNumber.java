package org.tocsin.model.stix;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Hosts of URLs that are numbers: {@code 2130706433}, {@code 0x7f.1} and {@code 017700000001} are
 * all 127.0.0.1, by the parser for IPv4 addresses in the URL standard of WHATWG.
 */
public final class HostNumber {
  private static final int PARTS = 4;
  private static final long HIGHEST = 0xffff_ffffL;

  private HostNumber() {}

  /** Whether the last label is a number, so that the host is an address or nothing. */
  public static boolean endsIn(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return !last.isEmpty() && (isAll(last, 10) || number(last) >= 0);
  }

  /** Whether the host is an address, written in whatever numbers. */
  public static boolean isAddress(String host) {
    return address(host).isPresent();
  }

  /**
   * The addresses somebody may take the host for, in four decimal numbers: that of browsers, and
   * where leading zeros make it another one for others, that one too. Empty where it is none.
   */
  public static Set<String> readings(String host) {
    Set<String> readings = new LinkedHashSet<>();
    address(host).ifPresent(address -> readings.add(dotted(address)));
    decimal(host).ifPresent(address -> readings.add(dotted(address)));
    return readings;
  }

  private static OptionalLong address(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > PARTS) {
      return OptionalLong.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      long number = number(parts[i]);
      if (number < 0 || number > 255) {
        return OptionalLong.empty();
      }
      address |= number << (24 - 8 * i);
    }
    long last = number(parts[parts.length - 1]);
    long most = HIGHEST >> (8 * (parts.length - 1));
    return last < 0 || last > most ? OptionalLong.empty() : OptionalLong.of(address | last);
  }

  private static OptionalLong decimal(String host) {
    String[] parts = host.split("\\.", -1);
    long address = 0;
    for (String part : parts) {
      long number = number(part, 10);
      if (number < 0 || number > 255) {
        return OptionalLong.empty();
      }
      address = address << 8 | number;
    }
    return parts.length == PARTS ? OptionalLong.of(address) : OptionalLong.empty();
  }

  private static String dotted(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  private static long number(String text) {
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return text.length() == 2 ? 0 : number(text.substring(2), 16);
    }
    return text.length() > 1 && text.startsWith("0") ? number(text, 8) : number(text, 10);
  }

  /** The number, or one more than fits where it is too large; -1 where it is none. */
  private static long number(String text, int radix) {
    if (!isAll(text, radix)) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length() && number <= HIGHEST; i++) {
      number = number * radix + Character.digit(text.charAt(i), radix);
    }
    return Math.min(number, HIGHEST + 1);
  }

  private static boolean isAll(String text, int radix) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }
}
