package org.tocsin.model.directory;

import inet.ipaddr.IPAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Says whose a part of the net is, by the assets of all organisations: the smallest block, the
 * lowest domain counts. Looking something up takes as long among 100,000 assets as among ten.
 * Immutable.
 */
public final class AssetRegister {
  private final Map<String, Set<String>> owners = new HashMap<>();
  private final Constituency all;

  /** The assets of those organisations, but for retired ones. */
  public AssetRegister(Collection<Organisation> organisations) {
    Set<NetworkAsset> assets = new HashSet<>();
    for (Organisation organisation : organisations) {
      if (!organisation.retired()) {
        for (NetworkAsset asset : organisation.assets()) {
          assets.add(asset);
          owners.computeIfAbsent(asset.text(), any -> new TreeSet<>()).add(organisation.id());
        }
      }
    }
    owners.replaceAll((asset, ids) -> Collections.unmodifiableSet(ids));
    all = new Constituency(assets);
  }

  /**
   * Ids of the organisations that are responsible for it; several where they name the same asset,
   * none where nobody does.
   *
   * @param text an address or a block, a domain, {@code AS} and a number, or a country
   * @throws IllegalArgumentException where it is none of these; the message is fit for the client
   */
  public Set<String> whose(String text) {
    Optional<String> found =
        switch (NetworkAsset.parse(text)) {
          case Cidr cidr -> around(cidr.block());
          case Asn(long number) -> all.ofAsn(number).map(Asn::text);
          case Domain(String name) -> all.ofDomain(name).map(NetworkAsset::text);
          case CountryCode(String code) -> all.ofCountry(code).map(CountryCode::text);
        };
    return found.map(asset -> owners.getOrDefault(asset, Set.of())).orElse(Set.of());
  }

  private Optional<String> around(IPAddress block) {
    if (!block.isMultiple()) {
      return all.ofAddress(block.withoutPrefixLength().toCanonicalString()).map(Cidr::text);
    }
    return IntStream.iterate(block.getPrefixLength(), length -> length >= 0, length -> length - 1)
        .mapToObj(length -> block.toPrefixBlock(length).toCanonicalString())
        .filter(owners::containsKey)
        .findFirst();
  }

  /** How many different assets there are. */
  public int size() {
    return owners.size();
  }
}
