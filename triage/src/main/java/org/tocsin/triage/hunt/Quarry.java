package org.tocsin.triage.hunt;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredObject;
import org.tocsin.store.StoredVersion;

/**
 * One version of an indicator that is to be looked for.
 *
 * @param indicator the indicator
 * @param tlp how far it may travel
 * @param added when it became visible
 */
record Quarry(StixObject indicator, Tlp tlp, Instant added) {
  /** One that arrived as STIX. */
  static Quarry of(StoredObject stored) {
    return new Quarry(stored.object(), stored.tlp(), stored.added());
  }

  /** Those that a version of a warning released; what says no level counts as the strictest. */
  static List<Quarry> of(StoredVersion released) {
    return released.shown().stream()
        .filter(object -> object.type().equals("indicator"))
        .map(indicator -> new Quarry(indicator, level(indicator), released.added()))
        .toList();
  }

  private static Tlp level(StixObject indicator) {
    return indicator.markingRefs().stream()
        .flatMap(ref -> Tlp.ofMarking(ref).stream())
        .max(Comparator.naturalOrder())
        .orElse(Tlp.RED);
  }

  /** What tells one version from another, for logs. */
  String name() {
    return indicator.id() + " of " + indicator.text("modified").orElse("no time");
  }
}
