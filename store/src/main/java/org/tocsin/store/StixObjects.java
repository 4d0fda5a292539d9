package org.tocsin.store;

import java.time.Instant;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Finds objects that arrived as STIX. Thread-safe. Throws {@link StoreUnavailableException} without
 * an answer.
 */
public interface StixObjects {
  /**
   * One page in the order they became visible, in one query.
   *
   * @param filter what the reader may see
   * @param horizon nothing added later than this is served
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<StoredObject> search(ObjectQuery query, SharingFilter filter, Instant horizon);
}
