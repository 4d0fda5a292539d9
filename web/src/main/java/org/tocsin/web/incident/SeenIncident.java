package org.tocsin.web.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.StoredIncident;

/**
 * An incident with what has to do with it, as far as a reader may see each.
 *
 * @param stored the incident itself
 * @param links others that have to do with it
 * @param merged those that are part of it
 * @param mergedInto the one it is part of, null where it stands for itself
 * @param continues open incidents of the episodes before, the last one first
 * @param continuedBy the incident of the episode after, null where there is none yet
 */
public record SeenIncident(
    StoredIncident stored,
    List<StoredIncident> links,
    List<StoredIncident> merged,
    @Nullable StoredIncident mergedInto,
    List<StoredIncident> continues,
    @Nullable StoredIncident continuedBy) {
  public SeenIncident {
    links = List.copyOf(links);
    merged = List.copyOf(merged);
    continues = List.copyOf(continues);
  }
}
