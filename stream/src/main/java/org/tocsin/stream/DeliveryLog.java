package org.tocsin.stream;

import java.util.List;
import java.util.UUID;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;

/** The ledger of deliveries, as it is written. Thread-safe. */
public interface DeliveryLog {
  /**
   * An event and where it belongs.
   *
   * @param subscription whose delivery it happened to
   * @param event what happened
   */
  record Posting(UUID subscription, DeliveryEvent event) {}

  /**
   * Appends an event and returns once all in-sync replicas have it.
   *
   * @return it with its place
   * @throws StreamUnavailableException when that does not happen in time; it may be there all the
   *     same
   */
  DeliveryEntry append(Posting posting);

  /**
   * Appends events, those of a subscription in their order.
   *
   * @throws StreamUnavailableException when that does not happen in time for all of them; some may
   *     be there
   */
  void appendAll(List<Posting> postings);
}
