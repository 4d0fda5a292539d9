package org.tocsin.model.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.tlp.Tlp;

/**
 * What is observed of an incident, recomputed from its observations whenever some arrive or move.
 *
 * @param members how many observations belong to it
 * @param firstObserved when the first of them happened, null where there are none
 * @param lastObserved when the last of them happened, null where there are none
 * @param providers who reported them, in alphabetical order
 * @param tlp the strictest level among them, null where there are none
 */
public record IncidentFacts(
    long members,
    @Nullable Instant firstObserved,
    @Nullable Instant lastObserved,
    List<String> providers,
    @Nullable Tlp tlp) {
  /** Of an incident nothing was observed of. */
  public static final IncidentFacts NOTHING = new IncidentFacts(0, null, null, List.of(), null);

  public IncidentFacts {
    providers = List.copyOf(providers);
  }
}
