package org.tocsin.model.directory;

import java.util.Set;

/**
 * What of the net something tells about.
 *
 * @param ips addresses as text; what is no address concerns nobody
 * @param asns autonomous system numbers
 * @param domains names in lower case without the root's dot; what lies above them may be there too
 * @param countries ISO 3166-1 alpha-2, in capital letters
 */
public record Concerned(
    Set<String> ips, Set<Long> asns, Set<String> domains, Set<String> countries) {
  /** Nothing of the net. */
  public static final Concerned NOTHING = new Concerned(Set.of(), Set.of(), Set.of(), Set.of());

  public Concerned {
    ips = Set.copyOf(ips);
    asns = Set.copyOf(asns);
    domains = Set.copyOf(domains);
    countries = Set.copyOf(countries);
  }
}
