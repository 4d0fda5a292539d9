package org.tocsin.store;

import org.tocsin.model.delivery.Delivery;

/**
 * A delivery as it is kept.
 *
 * @param partition the part of the ledger its events are in
 * @param offset the place of the last event that was applied to it
 */
public record KeptDelivery(Delivery delivery, int partition, long offset) {}
