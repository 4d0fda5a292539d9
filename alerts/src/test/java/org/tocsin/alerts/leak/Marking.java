package org.tocsin.alerts.leak;

import java.util.Set;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.tlp.Tlp;

/**
 * What was said of a generated thing.
 *
 * @param submitter who sent it in, empty for nobody who could ask
 * @param organisations whom it names
 * @param groups whose members it names
 * @param persons whom it names in person
 * @param place the part of the net it tells about: an address, an autonomous system, a domain, or
 *     empty
 */
record Marking(
    Tlp tlp,
    String submitter,
    Set<String> organisations,
    Set<String> groups,
    Set<String> persons,
    String place) {

  /** One that names nobody. */
  static Marking of(Tlp tlp, String submitter, String place) {
    return new Marking(tlp, submitter, Set.of(), Set.of(), Set.of(), place);
  }

  Marking with(Tlp other) {
    return new Marking(other, submitter, organisations, groups, persons, place);
  }

  /** As the store keeps it. */
  Marked marked() {
    Concerned concerned =
        new Concerned(
            place.matches("[0-9.]+") ? Set.of(place) : Set.of(),
            place.startsWith("AS") ? Set.of(Long.valueOf(place.substring(2))) : Set.of(),
            place.endsWith("example") ? Set.of(place) : Set.of(),
            Set.of());
    return new Marked(tlp, submitter, audience(), concerned);
  }

  Audience audience() {
    return new Audience(organisations, groups, persons);
  }
}
