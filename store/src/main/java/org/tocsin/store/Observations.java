package org.tocsin.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Finds observations. Thread-safe. Every call throws {@link StoreUnavailableException} when there
 * is no answer.
 */
public interface Observations {
  /**
   * One page, in one query.
   *
   * @param filter what the reader may see
   * @param horizon nothing added later than this is served
   * @throws IllegalArgumentException when the cursor is not one of ours or a condition cannot be
   *     read; the message is fit for the client
   */
  Page<StoredObservation> search(ObservationQuery query, SharingFilter filter, Instant horizon);

  /** One observation; empty where there is none or the reader may not see it. */
  Optional<StoredObservation> find(UUID id, SharingFilter filter);
}
