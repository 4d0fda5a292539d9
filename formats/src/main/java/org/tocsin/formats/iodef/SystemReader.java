package org.tocsin.formats.iodef;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import org.tocsin.model.rsit.Rsit;

/** The systems, flows and indicators of an incident. */
final class SystemReader {
  /** People's own data, and the sensors of whoever reports. */
  private static final Set<String> SKIPPED =
      Set.of("Contact", "Contacts", "History", "OriginatingSensor", "Expectation");

  private static final int MOST_PORTS = 20;

  private final ScoSet scos;
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();

  SystemReader(ScoSet scos) {
    this.scos = scos;
  }

  /**
   * Adds everything to the set.
   *
   * @return ids of what is its own of whom the incident is about: the sources; where there is none,
   *     the systems it went to, and else all that is indicated; but not the indicators of an
   *     infection, which are those of its servers
   */
  Set<String> read(Element incident, @Nullable Rsit rsit) {
    for (Element flow : incident.descendants(Set.of("Flow"), SKIPPED)) {
      flow(flow);
    }
    for (Element system : incident.descendants(Set.of("System"), SKIPPED)) {
      if (!"sensor".equals(system.attribute("category"))) {
        system(system, new Side(scos), new ArrayList<>());
      }
    }
    Set<String> indicated = new IndicatorReader(scos, this).read(incident, SKIPPED);
    if (!sources.isEmpty()) {
      return sources;
    }
    return others.isEmpty() && rsit != Rsit.INFECTED_SYSTEM ? indicated : others;
  }

  private void flow(Element flow) {
    Side source = new Side(scos);
    Side target = new Side(scos);
    List<String> protocols = new ArrayList<>();
    for (Element system : flow.children("System")) {
      switch (String.valueOf(system.attribute("category"))) {
        case "source" -> system(system, source, protocols);
        case "target" -> system(system, target, protocols);
        default -> {}
      }
    }
    Traffic.between(source, target, protocols, scos);
  }

  /** Adds a system to the set, as one side of traffic. */
  private void system(Element system, Side side, List<String> protocols) {
    Set<String> own = "source".equals(system.attribute("category")) ? sources : others;
    for (Element node : system.children("Node")) {
      own.addAll(node(node, side));
    }
    for (Element service : system.children("Service")) {
      service(service, side, protocols);
    }
  }

  private Set<String> node(Element node, Side all) {
    Side own = new Side(scos);
    for (Element address : node.children("Address")) {
      address(address, own, all);
    }
    for (Element name : node.children("NodeName")) {
      own.name(name.text());
      all.name(name.text());
    }
    for (Element domain : node.children("DomainData")) {
      own.name(domain.childText("Name"));
      all.name(domain.childText("Name"));
    }
    own.relate();
    return own.own();
  }

  /** Adds an address of any kind to the set; without a kind it is an IP address. */
  void address(Element address, Side own, Side all) {
    String text = address.text();
    switch (String.valueOf(address.attribute("category"))) {
      case "asn" -> own.autonomousSystem(null, text);
      case "mac" -> MacAddress.parse(text).ifPresent(scos::macAddress);
      case "e-mail" -> EmailAddress.parse(text).ifPresent(scos::emailAddress);
      case "site-uri" -> own.url(text);
      case "ipv4-net-mask", "ipv4-net-masked" -> {
        String network = withPrefix(text);
        own.address(network);
        all.address(network);
      }
      default -> {
        own.address(text);
        all.address(text);
      }
    }
  }

  private static void service(Element service, Side side, List<String> protocols) {
    String number = service.attribute("ip_protocol");
    String protocol = protocol(number == null ? service.attribute("ip-protocol") : number);
    if (protocol != null) {
      protocols.add(protocol);
    }
    side.port(service.childText("Port"));
    String list = service.childText("Portlist");
    if (list != null) {
      for (String part : list.split(",", MOST_PORTS + 1)) {
        portRange(part.strip(), side);
      }
    }
  }

  private static void portRange(String text, Side side) {
    int dash = text.indexOf('-');
    if (dash < 0 || !text.matches("[0-9]{1,5}-[0-9]{1,5}")) {
      side.port(text);
      return;
    }
    int from = Integer.parseInt(text.substring(0, dash));
    int to = Math.min(Integer.parseInt(text.substring(dash + 1)), from + MOST_PORTS - 1);
    for (int port = from; port <= to; port++) {
      side.port(String.valueOf(port));
    }
  }

  /** Numbers of IANA's registry of protocol numbers. */
  private static @Nullable String protocol(@Nullable String number) {
    return switch (String.valueOf(number)) {
      case "1" -> "icmp";
      case "6" -> "tcp";
      case "17" -> "udp";
      case "47" -> "gre";
      case "58" -> "icmp6";
      case "132" -> "sctp";
      default -> null;
    };
  }

  /** A network with a mask of ones and zeros, as CIDR has it; the text itself where it is none. */
  static String withPrefix(String text) {
    int slash = text.indexOf('/');
    Optional<Integer> bits =
        slash < 0 ? Optional.empty() : MaskLength.of(text.substring(slash + 1));
    return bits.isEmpty() ? text : text.substring(0, slash) + "/" + bits.get();
  }
}
