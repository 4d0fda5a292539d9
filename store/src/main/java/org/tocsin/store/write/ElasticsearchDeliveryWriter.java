package org.tocsin.store.write;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.KeptDelivery;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.DeliveryDocument;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;

/** Writes what became of deliveries into one generation: the current one, or a rebuild's. */
public final class ElasticsearchDeliveryWriter implements DeliveryWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchDeliveryWriter.class);

  private final Access access;
  private final Function<View, String> place;
  private final OrderedWrites ordered;

  private ElasticsearchDeliveryWriter(
      Access access, Function<View, String> place, Layouts layouts) {
    this.access = access;
    this.place = place;
    this.ordered = new OrderedWrites(access, layouts);
  }

  /** Writes into the generation that is current, whichever that is at the time. */
  public static ElasticsearchDeliveryWriter live(
      Cluster cluster, Bulk bulk, InstantSource clock, Names names, Layouts current) {
    return new ElasticsearchDeliveryWriter(Access.to(cluster, bulk, clock), names::alias, current);
  }

  /** Writes into a generation that is to replace the one before. */
  public static ElasticsearchDeliveryWriter rebuilding(
      Cluster cluster, Bulk bulk, InstantSource clock, Layouts next) {
    return new ElasticsearchDeliveryWriter(
        Access.to(cluster, bulk, clock), view -> next.now().index(view), next);
  }

  @Override
  public Map<UUID, KeptDelivery> apply(List<DeliveryEntry> entries) {
    Map<UUID, List<DeliveryEntry>> byDelivery = new LinkedHashMap<>();
    entries.forEach(entry ->
        byDelivery.computeIfAbsent(entry.event().delivery(), any -> new ArrayList<>()).add(entry));
    Map<UUID, KeptDelivery> before = before(byDelivery.keySet().stream().toList());
    Map<UUID, KeptDelivery> after = new LinkedHashMap<>();
    List<KeptDelivery> changed = new ArrayList<>();
    byDelivery.forEach((id, some) -> {
      KeptDelivery known = before.get(id);
      after(known, some)
          .ifPresentOrElse(
              kept -> {
                after.put(id, kept);
                if (!kept.equals(known)) {
                  changed.add(kept);
                }
              },
              () -> LOG.warn("delivery {} was never queued; passed over", id));
    });
    write(changed);
    return after;
  }

  /** What events make of it, without those that were applied before. */
  private static Optional<KeptDelivery> after(
      @Nullable KeptDelivery before, List<DeliveryEntry> entries) {
    KeptDelivery kept = before;
    for (DeliveryEntry entry : entries) {
      if (kept == null || entry.offset() > kept.offset()) {
        kept =
            Delivery.after(kept == null ? null : kept.delivery(), entry.event())
                .map(delivery -> new KeptDelivery(delivery, entry.partition(), entry.offset()))
                .orElse(null);
      }
    }
    return Optional.ofNullable(kept);
  }

  private Map<UUID, KeptDelivery> before(List<UUID> ids) {
    String index = place.apply(View.DELIVERIES);
    Map<UUID, KeptDelivery> before = new HashMap<>();
    access
        .documents()
        .heads(ids.stream().map(id -> new Key(index, id.toString())).toList())
        .forEach((key, found) ->
            before.put(UUID.fromString(key.id()), DeliveryDocument.read(found.source())));
    return before;
  }

  private void write(List<KeptDelivery> deliveries) {
    if (!deliveries.isEmpty()) {
      ordered.write(layout ->
          deliveries.stream()
              .map(kept ->
                  new BulkOperation(
                      layout.index(View.DELIVERIES),
                      kept.delivery().id().toString(),
                      new NotOlder(kept.offset()),
                      () -> DeliveryDocument.json(kept)))
              .toList());
    }
  }

  @Override
  public void makeVisible() {
    access.touched().refresh();
  }
}
