package org.tocsin.model.directory;

import inet.ipaddr.IPAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says whom something concerns, of many: all whose {@link Constituency} it concerns, not the
 * nearest alone. Takes as long among 100,000 assets as among ten. Immutable.
 */
public final class AssetOwners {
  private static final int IPV4_BITS = 32;

  private final Map<Prefix, Set<String>> blocks = new HashMap<>();
  private final Set<Integer> ipv4Lengths = new TreeSet<>();
  private final Set<Integer> ipv6Lengths = new TreeSet<>();
  private final Map<Long, Set<String>> asns = new HashMap<>();
  private final Map<String, Set<String>> domains = new HashMap<>();
  private final Map<String, Set<String>> countries = new HashMap<>();

  /** The first bits of an address; the others are zero. */
  private record Prefix(boolean ipv4, int length, long high, long low) {
    static Prefix of(IPAddress address, int length) {
      byte[] bytes = address.getBytes();
      if (address.isIPv4()) {
        long bits = ByteBuffer.wrap(bytes).getInt();
        return new Prefix(true, length, first(bits << IPV4_BITS, length), 0);
      }
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      long high = first(halves.getLong(), Math.min(length, Long.SIZE));
      long low = first(halves.getLong(), Math.max(length - Long.SIZE, 0));
      return new Prefix(false, length, high, low);
    }

    private static long first(long bits, int length) {
      return length == 0 ? 0 : bits & (-1L << (Long.SIZE - length));
    }
  }

  /** Of those, each with the part of the net they serve. */
  public AssetOwners(Map<String, Constituency> served) {
    served.forEach((id, constituency) -> constituency.assets().forEach(asset -> index(asset, id)));
  }

  private void index(NetworkAsset asset, String id) {
    switch (asset) {
      case Asn asn -> put(asns, asn.number(), id);
      case Domain domain -> put(domains, domain.name(), id);
      case CountryCode country -> {
        put(countries, country.code(), id);
        put(domains, country.topLevelDomain(), id);
      }
      case Cidr cidr -> {
        IPAddress block = cidr.block();
        int length = block.getPrefixLength();
        (block.isIPv4() ? ipv4Lengths : ipv6Lengths).add(length);
        put(blocks, Prefix.of(block, length), id);
      }
    }
  }

  private static <K> void put(Map<K, Set<String>> into, K key, String id) {
    into.computeIfAbsent(key, any -> new HashSet<>()).add(id);
  }

  /** Those it concerns. */
  public Set<String> of(Concerned concerned) {
    Set<String> found = new HashSet<>();
    concerned.countries().forEach(code -> add(found, countries.get(code)));
    concerned.asns().forEach(number -> add(found, asns.get(number)));
    concerned.domains().forEach(name -> ofDomain(name, found));
    if (!blocks.isEmpty()) {
      concerned.ips().forEach(ip -> Cidr.address(ip).ifPresent(one -> ofAddress(one, found)));
    }
    return found;
  }

  private void ofDomain(String name, Set<String> found) {
    String rest = name;
    add(found, domains.get(rest));
    while (rest.indexOf('.') >= 0) {
      rest = rest.substring(rest.indexOf('.') + 1);
      add(found, domains.get(rest));
    }
  }

  private void ofAddress(IPAddress address, Set<String> found) {
    for (int length : address.isIPv4() ? ipv4Lengths : ipv6Lengths) {
      add(found, blocks.get(Prefix.of(address, length)));
    }
  }

  private static void add(Set<String> found, @Nullable Set<String> some) {
    if (some != null) {
      found.addAll(some);
    }
  }
}
