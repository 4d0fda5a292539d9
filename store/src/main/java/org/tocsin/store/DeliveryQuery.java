package org.tocsin.store;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.delivery.DeliveryState;

/**
 * Which deliveries to look for; null, or an empty set, means no such condition, and all given ones
 * must hold.
 *
 * @param warning of which warning
 * @param recipient the reader they are for
 * @param states where they stand
 * @param partitions the parts of the ledger they are in
 * @param cursor where to go on, null for the beginning
 * @param limit how many at most, 1 to 1,000
 */
public record DeliveryQuery(
    @Nullable UUID warning,
    @Nullable String recipient,
    Set<DeliveryState> states,
    Set<Integer> partitions,
    @Nullable String cursor,
    int limit) {
  /** The largest page. */
  public static final int MOST = 1_000;

  public DeliveryQuery {
    states = Set.copyOf(states);
    partitions = Set.copyOf(partitions);
  }

  /** All of a warning. */
  public static DeliveryQuery of(UUID warning) {
    return new DeliveryQuery(warning, null, Set.of(), Set.of(), null, MOST);
  }

  /** Those of one recipient alone. */
  public DeliveryQuery forRecipient(String name) {
    return new DeliveryQuery(warning, name, states, partitions, cursor, limit);
  }

  /** The same, from that cursor on. */
  public DeliveryQuery goingOn(String from) {
    return new DeliveryQuery(warning, recipient, states, partitions, from, limit);
  }
}
