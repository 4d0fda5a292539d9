package org.tocsin.model.delivery;

/**
 * An event as the ledger has it.
 *
 * @param partition the part of the ledger; all that happens to the deliveries of one subscription
 *     is in one
 * @param offset its place in that part
 * @param event what happened
 */
public record DeliveryEntry(int partition, long offset, DeliveryEvent event) {}
