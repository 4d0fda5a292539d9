package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.HttpRequest;
import org.tocsin.formats.sco.NetworkTraffic;
import org.tocsin.formats.sco.NetworkTraffic.End;
import org.tocsin.formats.sco.ScoSet;

/** The traffic a row tells of. What a scan found is the end the traffic went to. */
final class TrafficReader {
  private static final Set<String> TRANSPORTS =
      Set.of("tcp", "udp", "icmp", "icmp6", "sctp", "gre", "dccp", "udp-lite");
  private static final Pattern APPLICATION = Pattern.compile("[a-z][a-z0-9+._-]{0,39}");

  private final Row row;
  private final Ends ends;
  private final ReportFamily family;

  TrafficReader(Row row, Ends ends, ReportFamily family) {
    this.row = row;
    this.ends = ends;
    this.family = family;
  }

  /** Adds the traffic to the set, where the row knows an end of it and more than its address. */
  void read(@Nullable HttpRequest request, ScoSet scos) {
    End source = ends.source();
    End target = ends.target();
    String transport = transport();
    boolean anyPort = hasPort(source) || hasPort(target);
    if ((!hasRef(source) && !hasRef(target)) || (!anyPort && transport == null)) {
      return;
    }
    List<String> protocols = new ArrayList<>();
    protocols.add(ends.ipv6() ? "ipv6" : "ipv4");
    add(protocols, transport == null ? family.transport() : transport);
    add(protocols, application(request));
    scos.networkTraffic(new NetworkTraffic(source, target, protocols, request));
  }

  private @Nullable String transport() {
    for (Role role : List.of(Role.PROTOCOL, Role.TRANSPORT)) {
      for (int column : row.layout().columns(role)) {
        String word = row.text(column).toLowerCase(Locale.ROOT);
        if (TRANSPORTS.contains(word)) {
          return word;
        }
      }
    }
    return null;
  }

  private @Nullable String application(@Nullable HttpRequest request) {
    for (Role role : List.of(Role.APPLICATION, Role.PROTOCOL)) {
      for (int column : row.layout().columns(role)) {
        String word = row.text(column).toLowerCase(Locale.ROOT);
        if (!TRANSPORTS.contains(word) && APPLICATION.matcher(word).matches()) {
          return word;
        }
      }
    }
    return family.application() == null && request != null ? "http" : family.application();
  }

  private static void add(List<String> protocols, @Nullable String protocol) {
    if (protocol != null) {
      protocols.add(protocol);
    }
  }

  private static boolean hasPort(@Nullable End end) {
    return end != null && end.port() != null;
  }

  private static boolean hasRef(@Nullable End end) {
    return end != null && end.ref() != null;
  }
}
