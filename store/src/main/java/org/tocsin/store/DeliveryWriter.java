package org.tocsin.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.model.delivery.DeliveryEntry;

/**
 * Writes what became of deliveries, into one generation. For who reads the ledger. Every call may
 * be repeated, and throws {@link StoreUnavailableException} when it was not done whole.
 */
public interface DeliveryWriter {
  /**
   * Applies events to the deliveries they are about. One that was applied before changes nothing.
   *
   * @param entries those of each delivery in the order of the ledger
   * @return the deliveries as they stand after them
   */
  Map<UUID, KeptDelivery> apply(List<DeliveryEntry> entries);

  /** Makes everything written so far visible to searches. */
  void makeVisible();
}
