package org.tocsin.outward;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.model.directory.Cidr;

/**
 * What may be reached though it is not on the public Internet, at any port: hosts by their name,
 * and blocks of addresses. Nothing by default.
 */
public final class AllowList {
  /** Allows nothing. */
  public static final AllowList NONE = new AllowList(Set.of(), List.of());

  private final Set<String> hosts;
  private final List<IPAddress> blocks;

  private AllowList(Set<String> hosts, List<IPAddress> blocks) {
    this.hosts = hosts;
    this.blocks = blocks;
  }

  /**
   * Reads a list of host names, addresses and CIDR blocks.
   *
   * @throws IllegalArgumentException naming the entry that is none of them
   */
  public static AllowList of(List<String> entries) {
    Set<String> hosts = new HashSet<>();
    List<IPAddress> blocks = new ArrayList<>();
    for (String entry : entries) {
      String text = entry.strip().toLowerCase(Locale.ROOT);
      if (text.matches("[0-9.]+(/.*)?") || text.contains(":")) {
        blocks.add(block(text));
      } else if (text.matches("[a-z0-9]([a-z0-9.-]{0,252})")) {
        hosts.add(text);
      } else {
        throw bad(entry);
      }
    }
    return new AllowList(Set.copyOf(hosts), List.copyOf(blocks));
  }

  boolean hasHost(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean hasAddress(InetAddress address) {
    IPAddress one =
        new IPAddressString(address.getHostAddress().replaceFirst("%.*$", "")).getAddress();
    return blocks.stream().anyMatch(block -> block.contains(one));
  }

  private static IPAddress block(String text) {
    try {
      return new IPAddressString(Cidr.parse(text).text()).getAddress();
    } catch (IllegalArgumentException e) {
      throw bad(text);
    }
  }

  private static IllegalArgumentException bad(String entry) {
    return new IllegalArgumentException(
        "'" + entry + "' is no host name, address or block of addresses");
  }
}
