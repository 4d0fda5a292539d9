package org.tocsin.alerts.taxii;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;

/**
 * Which versions of each object are asked for (TAXII 2.1 section 3.4.1, {@code match[version]}):
 * the union of its terms.
 *
 * @param all every version
 * @param first the first one
 * @param last the last one
 * @param dates those of exactly these times
 */
record VersionMatch(boolean all, boolean first, boolean last, Set<Instant> dates) {
  /** What is meant where nothing is said. */
  static final VersionMatch LAST = new VersionMatch(false, false, true, Set.of());

  /** Every version there is. */
  static final VersionMatch ALL = new VersionMatch(true, false, false, Set.of());

  VersionMatch {
    dates = Set.copyOf(dates);
  }

  static VersionMatch of(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return LAST;
    }
    Set<String> terms = Selection.terms(given);
    Set<Instant> dates = new LinkedHashSet<>();
    for (String term : terms) {
      if (!term.equals("all") && !term.equals("first") && !term.equals("last")) {
        dates.add(
            StixTime.parse(term)
                .orElseThrow(() ->
                    TaxiiException.badParameter(
                        "match[version]", "takes first, last, all and timestamps")));
      }
    }
    return new VersionMatch(
        terms.contains("all"), terms.contains("first"), terms.contains("last"), dates);
  }

  /** Whether only the last version counts, which is kept where it is found at once. */
  boolean isLastOnly() {
    return last && !all && !first && dates.isEmpty();
  }
}
