package org.tocsin.formats.shadowserver;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.sco.Asn;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.NetworkTraffic.End;
import org.tocsin.formats.sco.Port;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.shadowserver.Layout.PartyColumns;
import org.tocsin.model.report.RejectReason;

/** The parties of one row: their addresses, names and autonomous systems, and who talks to whom. */
final class Ends {

  private final Map<Party, End> ends = new EnumMap<>(Party.class);
  private boolean anyAddress;
  private boolean ipv6;

  /** Ids of what belongs to whom the report is about. */
  private final Set<String> own = new LinkedHashSet<>();

  private Ends() {}

  /**
   * Finds the parties of a row and adds them to the set.
   *
   * @throws Fault where the address the report is about is none
   */
  static Ends of(Row row, ScoSet scos) throws Fault {
    Ends ends = new Ends();
    for (PartyColumns columns : row.layout().parties()) {
      ends.add(columns, row, scos);
    }
    return ends;
  }

  /** Ids of the addresses, names and autonomous systems of whom the report is about. */
  Set<String> own() {
    return own;
  }

  /** Whether the first address found is IPv6. */
  boolean ipv6() {
    return ipv6;
  }

  /** Where the traffic came from; null where the row does not say. */
  @Nullable End source() {
    if (!hasPeer()) {
      return ends.containsKey(Party.SUBJECT) ? null : ends.get(Party.SOURCE);
    }
    return merged(Party.SOURCE, Party.SUBJECT);
  }

  /** Where the traffic went; null where the row does not say. */
  @Nullable End target() {
    return hasPeer() ? merged(Party.TARGET, Party.C2) : ends.get(Party.SUBJECT);
  }

  /** Id of the address that a requested host stands for; null where the row does not say. */
  @Nullable String server() {
    End target = target();
    return target == null ? null : target.ref();
  }

  private boolean hasPeer() {
    return ends.containsKey(Party.TARGET) || ends.containsKey(Party.C2);
  }

  /** Older reports give one end's address and port to different parties. */
  private @Nullable End merged(Party first, Party second) {
    End one = ends.get(first);
    End other = ends.get(second);
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new End(
        one.ref() == null ? other.ref() : one.ref(),
        one.port() == null ? other.port() : one.port());
  }

  private void add(PartyColumns columns, Row row, ScoSet scos) throws Fault {
    Set<String> ids = new LinkedHashSet<>();
    IpAddress found = address(columns, row);
    IpAddress network = network(columns, row);
    String address = found == null ? null : scos.address(found);
    if (network != null) {
      String id = scos.address(network);
      ids.add(id);
      address = address == null ? id : address;
    }
    if (address != null) {
      ids.add(address);
      autonomousSystem(columns, row, address, scos).ifPresent(ids::add);
    }
    for (int column : columns.domains()) {
      Optional<DomainName> name = DomainName.parse(row.text(column));
      if (name.isPresent()) {
        String domain = scos.domainName(name.get());
        ids.add(domain);
        if (address != null) {
          scos.resolvesTo(domain, address);
        }
      }
    }
    if (columns.party() == row.layout().subject()) {
      own.addAll(ids);
    }
    if (columns.addresses().length + columns.networks().length + columns.ports().length > 0) {
      ends.put(columns.party(), new End(address, port(row.first(columns.ports()))));
    }
  }

  private @Nullable IpAddress address(PartyColumns columns, Row row) throws Fault {
    for (int column : columns.addresses()) {
      String text = row.text(column);
      if (!text.isEmpty()) {
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isPresent()) {
          return first(address.get());
        }
        failWhereItMatters(columns, row, column);
      }
    }
    return null;
  }

  private @Nullable IpAddress network(PartyColumns columns, Row row) throws Fault {
    for (int column : columns.networks()) {
      String text = row.text(column);
      if (!text.isEmpty()) {
        Optional<IpAddress> network = IpAddress.parseNetwork(text);
        if (network.isPresent()) {
          return first(network.get());
        }
        if (columns.addresses().length == 0) {
          failWhereItMatters(columns, row, column);
        }
      }
    }
    return null;
  }

  private IpAddress first(IpAddress address) {
    ipv6 |= !anyAddress && address.ipv6();
    anyAddress = true;
    return address;
  }

  private static void failWhereItMatters(PartyColumns columns, Row row, int column) throws Fault {
    if (columns.party() == Party.SUBJECT || columns.party() == Party.SOURCE) {
      throw new Fault(RejectReason.BAD_VALUE, row.layout().field(column), "this is no IP address");
    }
  }

  private static Optional<String> autonomousSystem(
      PartyColumns columns, Row row, String address, ScoSet scos) {
    String text = row.first(columns.asns());
    Optional<String> system =
        text == null ? Optional.empty() : Asn.parse(text).map(scos::autonomousSystem);
    system.ifPresent(id -> scos.belongsTo(address, id));
    return system;
  }

  private static @Nullable Integer port(@Nullable String text) {
    OptionalInt port = text == null ? OptionalInt.empty() : Port.parse(text);
    return port.isPresent() ? Integer.valueOf(port.getAsInt()) : null;
  }

  /** The number the digits stand for; -1 where they are none, or more than ten. */
  static long number(String digits) {
    if (digits.isEmpty() || digits.length() > 10) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
