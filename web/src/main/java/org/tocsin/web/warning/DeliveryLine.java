package org.tocsin.web.warning;

import java.util.List;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningAcknowledgement;

/**
 * A delivery on the board of its warning.
 *
 * @param delivery what became of it
 * @param acknowledgements of its version, by its recipient or their organisation
 */
public record DeliveryLine(Delivery delivery, List<WarningAcknowledgement> acknowledgements) {
  public DeliveryLine {
    acknowledgements = List.copyOf(acknowledgements);
  }

  static DeliveryLine of(Delivery delivery, Warning warning) {
    return new DeliveryLine(
        delivery,
        warning.acknowledgements().stream()
            .filter(one -> one.version() == delivery.item().version())
            .filter(one -> isOf(delivery.item(), one))
            .toList());
  }

  private static boolean isOf(DeliveryItem item, WarningAcknowledgement one) {
    return one.by().equals(item.recipient())
        || one.organisation() != null && one.organisation().equals(item.organisation());
  }

  /** Where it stands, in one word: {@code acknowledged}, or its state. */
  public String state() {
    return acknowledgements.isEmpty() || delivery.item().recall()
        ? delivery.state().key()
        : "acknowledged";
  }
}
