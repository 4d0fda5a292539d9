package org.tocsin.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Finds incidents. Thread-safe. Every call throws {@link StoreUnavailableException} when there is
 * no answer.
 */
public interface Incidents {
  /**
   * One page, the last that was opened first, in one query.
   *
   * @param filter what the reader may see
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<StoredIncident> search(IncidentQuery query, SharingFilter filter);

  /**
   * One incident as it stands now, by its id or its number; empty where there is none or the reader
   * may not see it. By its id it is found whether visible to searches or not.
   */
  Optional<StoredIncident> find(String idOrNumber, SharingFilter filter);

  /** Those of some incidents the reader may see, visible to searches or not. */
  Map<UUID, StoredIncident> now(Collection<UUID> ids, SharingFilter filter);

  /**
   * The observations that belong to an incident, as far as the reader may see each, newest first.
   *
   * @param incident as {@link #find} gave it
   */
  Page<StoredObservation> observations(
      StoredIncident incident, SharingFilter filter, @Nullable String cursor, int limit);

  /**
   * Those of some observations that belong to an incident, whoever may see them.
   *
   * @param incident as {@link #find} gave it
   * @param some content ids, at most 1,000
   */
  Set<UUID> belonging(StoredIncident incident, Collection<UUID> some);
}
