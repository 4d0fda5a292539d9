package org.tocsin.formats.blocklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.ObservableKind;

/** Writes what is listed, each entry once and in order, so that equal lists are equal bytes. */
public final class ListWriter {
  /** What a plain list holds. */
  public enum Kind {
    /** Addresses and blocks. */
    IP(Set.of(ObservableKind.IPV4_ADDR, ObservableKind.IPV6_ADDR)),
    /** Domain names. */
    DOMAIN(Set.of(ObservableKind.DOMAIN_NAME)),
    /** URLs. */
    URL(Set.of(ObservableKind.URL)),
    /** Hashes of files, in hex. */
    HASH(Set.of(ObservableKind.MD5, ObservableKind.SHA_1, ObservableKind.SHA_256));

    private final Set<ObservableKind> kinds;

    Kind(Set<ObservableKind> kinds) {
      this.kinds = kinds;
    }
  }

  private ListWriter() {}

  /** One entry a line. */
  public static byte[] plain(List<Listed> listed, Kind kind) {
    return lines(
        listed.stream()
            .map(Listed::observable)
            .filter(one -> kind.kinds.contains(one.kind()))
            .map(Observable::value)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** All of it as comma separated values (RFC 4180). */
  public static byte[] csv(List<Listed> listed) {
    Set<String> rows = new TreeSet<>();
    for (Listed one : listed) {
      Instant until = one.validUntil();
      rows.add(
          String.join(
              ",",
              one.observable().type(),
              quoted(one.observable().value()),
              one.warning(),
              one.tlp().label(),
              until == null ? "" : StixTime.micros(until)));
    }
    List<String> all = new ArrayList<>(List.of("type,value,warning,tlp,valid_until"));
    all.addAll(rows);
    return (String.join("\r\n", all) + "\r\n").getBytes(UTF_8);
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  /**
   * A response policy zone: names and all below them, and addresses, are answered with NXDOMAIN.
   * What can be no name or address of the net is left out.
   *
   * @param serial grows with each change
   */
  public static byte[] zone(List<Listed> listed, long serial) {
    Set<String> records = new TreeSet<>();
    for (Listed one : listed) {
      String value = one.observable().value();
      if (Kind.DOMAIN.kinds.contains(one.observable().kind())) {
        DomainName.parse(value)
            .ifPresent(name -> {
              records.add(name.value() + " CNAME .");
              records.add("*." + name.value() + " CNAME .");
            });
      } else if (Kind.IP.kinds.contains(one.observable().kind())) {
        trigger(value).ifPresent(trigger -> records.add(trigger + ".rpz-ip CNAME ."));
      }
    }
    List<String> zone = new ArrayList<>();
    zone.add("$TTL 300");
    zone.add(
        "@ SOA localhost. root.localhost. " + (serial & 0xFFFF_FFFFL) + " 3600 600 604800 300");
    zone.add("@ NS localhost.");
    zone.addAll(records);
    return lines(zone);
  }

  /** Prefix length, then the address from its end on. */
  private static Optional<String> trigger(String value) {
    return IpAddress.parseNetwork(value)
        .map(address -> {
          int slash = address.value().indexOf('/');
          String plain = slash < 0 ? address.value() : address.value().substring(0, slash);
          String length =
              slash < 0 ? (address.ipv6() ? "128" : "32") : address.value().substring(slash + 1);
          List<String> parts = new ArrayList<>(parts(plain, address.ipv6()));
          Collections.reverse(parts);
          return length + "." + String.join(".", parts);
        });
  }

  /** IPv6 as RFC 5952 has it; its {@code ::} is {@code zz} there. */
  private static List<String> parts(String plain, boolean ipv6) {
    if (!ipv6) {
      return List.of(plain.split("\\."));
    }
    String marked = plain.replace("::", ":zz:").replaceAll("^:|:$", "");
    return List.of(marked.split(":"));
  }

  private static byte[] lines(Iterable<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(UTF_8);
  }
}
