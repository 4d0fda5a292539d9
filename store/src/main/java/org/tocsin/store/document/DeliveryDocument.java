package org.tocsin.store.document;

import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.store.KeptDelivery;
import tools.jackson.databind.node.ObjectNode;

/** A delivery as a document: all of it, and beside it what it can be found by. */
public final class DeliveryDocument {
  private DeliveryDocument() {}

  /** The document's JSON, on one line. */
  public static byte[] json(KeptDelivery kept) {
    Delivery delivery = kept.delivery();
    DeliveryItem item = delivery.item();
    return JsonText.of(json ->
        json.text("id", delivery.id().toString())
            .number("partition", kept.partition())
            .number("offset", kept.offset())
            .text("warning", item.warning().toString())
            .text("subscription", item.subscription().toString())
            .text("recipient", item.recipient())
            .text("state", delivery.state().key())
            .time("queued_at", delivery.queuedAt())
            .time("changed_at", delivery.changedAt())
            .tree("delivery", EntityJson.tree(delivery)));
  }

  /** Reads a delivery. */
  public static KeptDelivery read(ObjectNode source) {
    return new KeptDelivery(
        EntityJson.read(source.path("delivery"), Delivery.class),
        source.path("partition").asInt(),
        source.path("offset").asLong());
  }
}
