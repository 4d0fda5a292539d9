package org.tocsin.web.fake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent.Died;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.KeptDelivery;
import org.tocsin.store.Page;
import org.tocsin.stream.DeliveryLog;

/** The ledger of deliveries in memory, which is what it comes to as soon as it is written. */
public final class Carried implements Deliveries, DeliveryLog {
  private final Map<UUID, KeptDelivery> all = new ConcurrentHashMap<>();

  /** Forgets all of it. */
  public void clear() {
    all.clear();
  }

  /** Queues the first version of a warning for somebody's machine. */
  public UUID queue(UUID warning, String recipient, String organisation) {
    return queue(UUID.randomUUID(), warning, recipient, organisation);
  }

  private UUID queue(UUID id, UUID warning, String recipient, String organisation) {
    DeliveryItem item =
        new DeliveryItem(
            warning,
            "W-2026-000001",
            1,
            false,
            Instant.EPOCH,
            UUID.randomUUID(),
            recipient,
            organisation,
            DeliveryChannel.WEBHOOK);
    append(new Posting(item.subscription(), new Queued(id, Made.NOON, item, Made.NOON)));
    return id;
  }

  /** The same, at a dead end. */
  public UUID dead(UUID warning, String recipient, String organisation) {
    return dead(UUID.randomUUID(), warning, recipient, organisation);
  }

  /** The same under that id. */
  public UUID dead(UUID id, UUID warning, String recipient, String organisation) {
    queue(id, warning, recipient, organisation);
    append(new Posting(UUID.randomUUID(), new Died(id, Made.NOON, "It answers with status 410.")));
    return id;
  }

  @Override
  public DeliveryEntry append(Posting posting) {
    all.compute(
        posting.event().delivery(),
        (id, before) ->
            Delivery.after(before == null ? null : before.delivery(), posting.event())
                .map(after -> new KeptDelivery(after, 0, before == null ? 0 : before.offset() + 1))
                .orElse(null));
    return new DeliveryEntry(0, 0, posting.event());
  }

  @Override
  public void appendAll(List<Posting> postings) {
    postings.forEach(this::append);
  }

  @Override
  public Map<UUID, KeptDelivery> now(Collection<UUID> ids) {
    Map<UUID, KeptDelivery> now = new HashMap<>(all);
    now.keySet().retainAll(ids);
    return now;
  }

  @Override
  public Page<KeptDelivery> search(DeliveryQuery query) {
    return Kept.page(
        all.values().stream()
            .filter(one -> one.delivery().item().warning().equals(query.warning()))
            .filter(one ->
                query.recipient() == null
                    || query.recipient().equals(one.delivery().item().recipient()))
            .sorted(Comparator.comparing(one -> one.delivery().id()))
            .toList(),
        query.cursor(),
        query.limit());
  }
}
