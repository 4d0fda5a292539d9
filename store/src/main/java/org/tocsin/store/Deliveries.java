package org.tocsin.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds what became of deliveries. Shows everything: who may see what is decided by those who ask.
 * Thread-safe. Every call throws {@link StoreUnavailableException} when there is no answer.
 */
public interface Deliveries {
  /**
   * Those deliveries as they are now, visible to searches or not; what is not there is left out.
   */
  Map<UUID, KeptDelivery> now(Collection<UUID> ids);

  /** One of them. */
  default Optional<KeptDelivery> find(UUID id) {
    return Optional.ofNullable(now(List.of(id)).get(id));
  }

  /**
   * One page, in one query, in the order of their ids.
   *
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<KeptDelivery> search(DeliveryQuery query);

  /** All pages together; for what there is not much of. */
  default List<KeptDelivery> all(DeliveryQuery query) {
    List<KeptDelivery> all = new ArrayList<>();
    Page<KeptDelivery> page = search(query);
    all.addAll(page.items());
    while (page.more()) {
      page = search(query.goingOn(page.cursor()));
      all.addAll(page.items());
    }
    return all;
  }
}
