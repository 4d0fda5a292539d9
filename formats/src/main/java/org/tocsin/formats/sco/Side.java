package org.tocsin.formats.sco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.NetworkTraffic.End;

/**
 * One side of what a record tells of: its addresses, names and ports, each added to the set as it
 * is found. Not thread-safe.
 */
public final class Side {
  /** More of either do not become objects; a record that lists thousands keeps them as fields. */
  private static final int MOST = 500;

  private final ScoSet scos;
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final Set<Integer> ports = new LinkedHashSet<>();
  private boolean network;
  private boolean ipv6;

  /** A side of which nothing is known yet. */
  public Side(ScoSet scos) {
    this.scos = scos;
  }

  /**
   * An address, or a network in CIDR notation.
   *
   * @return its id; null, and nothing added, where it is none
   */
  public @Nullable String address(@Nullable String text) {
    Optional<IpAddress> address =
        text == null || addresses.size() >= MOST ? Optional.empty() : IpAddress.parseNetwork(text);
    if (address.isEmpty()) {
      return null;
    }
    String id = scos.address(address.get());
    ipv6 |= addresses.isEmpty() && address.get().ipv6();
    network |= address.get().value().indexOf('/') >= 0;
    addresses.add(id);
    return id;
  }

  /** A name of the address or addresses; false, and nothing added, where it is none. */
  public boolean name(@Nullable String text) {
    Optional<DomainName> name =
        text == null || names.size() >= MOST ? Optional.empty() : DomainName.parse(text);
    name.ifPresent(found -> names.add(scos.domainName(found)));
    return name.isPresent();
  }

  /** A URL of it; what is none is passed over. */
  public void url(@Nullable String text) {
    Optional<WebAddress> url = text == null ? Optional.empty() : WebAddress.parse(text);
    url.ifPresent(found -> others.add(scos.url(found)));
  }

  /** A port; what is none is passed over. */
  public void port(@Nullable String text) {
    OptionalInt port = text == null ? OptionalInt.empty() : Port.parse(text);
    if (port.isPresent() && ports.size() < MOST) {
      ports.add(port.getAsInt());
    }
  }

  /**
   * The autonomous system of an address.
   *
   * @param address id of the address, null where only the system is known
   * @param text its number, with or without {@code AS} before it; what is none is passed over
   */
  public void autonomousSystem(@Nullable String address, @Nullable String text) {
    Optional<Asn> system = text == null ? Optional.empty() : Asn.parse(text);
    if (system.isPresent()) {
      String id = scos.autonomousSystem(system.get());
      others.add(id);
      if (address != null) {
        scos.belongsTo(address, id);
      }
    }
  }

  /** Says that the names are names of the address, where there is exactly one. */
  public void relate() {
    if (addresses.size() == 1 && !network) {
      String only = addresses.iterator().next();
      names.forEach(name -> scos.resolvesTo(name, only));
    }
  }

  /** The ids of all that is its own: addresses, names, URLs and autonomous systems. */
  public Set<String> own() {
    Set<String> own = new LinkedHashSet<>(others);
    own.addAll(names);
    own.addAll(addresses);
    return own;
  }

  /** The ids of the addresses. */
  public Set<String> addresses() {
    return addresses;
  }

  /** Whether the first address is IPv6. */
  boolean ipv6() {
    return ipv6;
  }

  boolean hasAddress() {
    return !addresses.isEmpty();
  }

  /** Its ends of traffic: each address (or name, where there is no address) with each port. */
  List<End> ends() {
    Set<String> refs = addresses.isEmpty() ? names : addresses;
    List<End> ends = new ArrayList<>();
    if (refs.isEmpty()) {
      ports.forEach(port -> ends.add(new End(null, port)));
    }
    for (String ref : refs) {
      if (ports.isEmpty()) {
        ends.add(new End(ref, null));
      }
      ports.forEach(port -> ends.add(new End(ref, port)));
      if (ends.size() >= Traffic.MOST) {
        break;
      }
    }
    return ends;
  }
}
