package org.tocsin.alerts.delivery;

import java.util.UUID;
import org.tocsin.model.report.NodeNamespace;

/** The ids of deliveries: whoever announces something twice announces it once. */
final class DeliveryIds {
  private static final String RECALL = "withdrawal";

  private DeliveryIds() {}

  static UUID version(NodeNamespace node, UUID warning, int number, UUID subscription) {
    return node.deliveryId(warning, String.valueOf(number), subscription);
  }

  static UUID recall(NodeNamespace node, UUID warning, UUID subscription) {
    return node.deliveryId(warning, RECALL, subscription);
  }
}
