package org.tocsin.formats.sco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.NetworkTraffic.End;

/** The traffic between two sides. */
public final class Traffic {
  /** More pairs of ends are not written; the ends themselves are all in the set. */
  static final int MOST = 20;

  private static final Pattern PROTOCOL = Pattern.compile("[a-z][a-z0-9+._-]{0,39}");

  private Traffic() {}

  /**
   * Adds the traffic to the set, where an end of it is known and more than that one address: a
   * port, a protocol, or the other end.
   *
   * @param protocols as the record names them, transport first; what is no name is passed over
   */
  public static void between(Side source, Side target, List<String> protocols, ScoSet scos) {
    Set<String> named = new LinkedHashSet<>();
    protocols.stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> PROTOCOL.matcher(name).matches())
        .forEach(named::add);
    List<String> all = withNetwork(source, target, named);
    int written = 0;
    for (End from : orNobody(source.ends())) {
      for (End to : orNobody(target.ends())) {
        if (written < MOST && isTelling(from, to, !named.isEmpty())) {
          scos.networkTraffic(new NetworkTraffic(from, to, all, null));
          written++;
        }
      }
    }
  }

  /** Protocols go from the outermost to the innermost (STIX 2.1 section 6.12.1). */
  private static List<String> withNetwork(Side source, Side target, Set<String> named) {
    Set<String> all = new LinkedHashSet<>();
    if (source.hasAddress() || target.hasAddress()) {
      boolean ipv6 = source.hasAddress() ? source.ipv6() : target.ipv6();
      all.add(ipv6 ? "ipv6" : "ipv4");
    }
    all.addAll(named);
    return all.isEmpty() ? List.of("ip") : List.copyOf(all);
  }

  private static List<@Nullable End> orNobody(List<End> ends) {
    List<@Nullable End> all = new ArrayList<>(ends);
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
  }

  private static boolean isTelling(@Nullable End from, @Nullable End to, boolean named) {
    boolean fromKnown = from != null && from.ref() != null;
    boolean toKnown = to != null && to.ref() != null;
    boolean port = from != null && from.port() != null || to != null && to.port() != null;
    return fromKnown && toKnown || (fromKnown || toKnown) && (port || named);
  }
}
