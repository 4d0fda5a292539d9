package org.tocsin.triage.hunt;

import java.time.Instant;
import java.util.Comparator;
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

  /** One that a warning released; whatever says no level counts as the strictest there is. */
  static Quarry of(StoredVersion released) {
    Tlp tlp =
        released.object().markingRefs().stream()
            .flatMap(ref -> Tlp.ofMarking(ref).stream())
            .max(Comparator.naturalOrder())
            .orElse(Tlp.RED);
    return new Quarry(released.object(), tlp, released.added());
  }

  /** What tells one version from another, for logs. */
  String name() {
    return indicator.id() + " of " + indicator.text("modified").orElse("no time");
  }
}
