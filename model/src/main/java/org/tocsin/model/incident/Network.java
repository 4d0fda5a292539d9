package org.tocsin.model.incident;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Concerned;

/**
 * The part of the net that all of an incident is about, as the records themselves say it; at most
 * one of the first three is there.
 *
 * @param asn the autonomous system, null where the records name none
 * @param domain the registrable domain in lower case, null where an autonomous system is named or
 *     there is none
 * @param ip one address as text, null where one of the others is there
 * @param country ISO 3166-1 alpha-2, null where the records name none
 */
public record Network(
    @Nullable Long asn, @Nullable String domain, @Nullable String ip, @Nullable String country) {
  /** No part of the net in particular. */
  public static final Network NONE = new Network(null, null, null, null);

  /**
   * What the sharing policy looks at. It holds only what every observation of the incident has in
   * common, so nobody learns of a neighbour's part by their own.
   */
  public Concerned concerned() {
    return new Concerned(
        ip == null ? Set.of() : Set.of(ip),
        asn == null ? Set.of() : Set.of(asn),
        domain == null ? Set.of() : Set.of(domain),
        country == null ? Set.of() : Set.of(country));
  }
}
