package org.tocsin.model.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of the net an organisation serves. Two of the same assets are equal. Looking something
 * up takes as long among 100,000 assets as among ten.
 */
public final class Constituency {
  /** That of an organisation that serves nobody. */
  public static final Constituency NONE = new Constituency(Set.of());

  private final Set<NetworkAsset> assets;
  private final Blocks blocks;
  private final List<Cidr> joinedBlocks;
  private final Map<Long, Asn> asns = new HashMap<>();
  private final Map<String, NetworkAsset> domains = new HashMap<>();
  private final Map<String, CountryCode> countries = new HashMap<>();

  /** One of those assets. */
  public Constituency(Collection<? extends NetworkAsset> assets) {
    this.assets = Set.copyOf(assets);
    this.blocks = new Blocks(of(Cidr.class));
    this.joinedBlocks = blocks.joined();
    this.assets.forEach(this::index);
  }

  private void index(NetworkAsset asset) {
    switch (asset) {
      case Asn asn -> asns.put(asn.number(), asn);
      case Domain domain -> domains.put(domain.name(), domain);
      case CountryCode country -> {
        countries.put(country.code(), country);
        domains.putIfAbsent(country.topLevelDomain(), country);
      }
      case Cidr _ -> {
        // Found in its blocks.
      }
    }
  }

  /** All assets, in no order. */
  public Set<NetworkAsset> assets() {
    return assets;
  }

  /** Whether it is that of an organisation that serves nobody. */
  public boolean isEmpty() {
    return assets.isEmpty();
  }

  /** Whether something that concerns this is among it. */
  public boolean concerns(Concerned concerned) {
    return concerned.countries().stream().anyMatch(countries::containsKey)
        || concerned.asns().stream().anyMatch(asns::containsKey)
        || concerned.domains().stream().anyMatch(name -> ofDomain(name).isPresent())
        || concerned.ips().stream().anyMatch(ip -> ofAddress(ip).isPresent());
  }

  /** The smallest block that holds that address; empty for what is no address. */
  public Optional<Cidr> ofAddress(String address) {
    return blocks.smallest(address);
  }

  /** The autonomous system of that number. */
  public Optional<Asn> ofAsn(long number) {
    return Optional.ofNullable(asns.get(number));
  }

  /** The lowest domain that holds that name, or else the country whose top-level domain does. */
  public Optional<NetworkAsset> ofDomain(String name) {
    String rest = name;
    @Nullable NetworkAsset found = domains.get(rest);
    while (found == null && rest.indexOf('.') >= 0) {
      rest = rest.substring(rest.indexOf('.') + 1);
      found = domains.get(rest);
    }
    return Optional.ofNullable(found);
  }

  /** The country of that code. */
  public Optional<CountryCode> ofCountry(String code) {
    return Optional.ofNullable(countries.get(code));
  }

  /** The fewest blocks that hold exactly the addresses that lie in here. */
  public List<Cidr> joinedBlocks() {
    return joinedBlocks;
  }

  /** The numbers of the autonomous systems. */
  public Set<Long> asns() {
    return Set.copyOf(asns.keySet());
  }

  /**
   * The domains below which everything lies in here, the countries' top-level domains among them.
   */
  public Set<String> domains() {
    return Set.copyOf(domains.keySet());
  }

  /** The codes of the countries. */
  public Set<String> countries() {
    return Set.copyOf(countries.keySet());
  }

  private <T> List<T> of(Class<T> kind) {
    return assets.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Constituency constituency && assets.equals(constituency.assets);
  }

  @Override
  public int hashCode() {
    return assets.hashCode();
  }

  @Override
  public String toString() {
    return "Constituency of " + assets.size() + " assets";
  }
}
