package org.tocsin.model.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is delivered to whom, and by which channel. Nothing of what the warning says is in it.
 *
 * @param warning the warning
 * @param number its number, such as {@code W-2026-000123}
 * @param version the number of the version; of a withdrawal that of the last version before it
 * @param recall whether it takes the warning back
 * @param released when the version, or the withdrawal, became visible; microseconds
 * @param subscription the subscription that wants it
 * @param recipient the reader it is for: the owner of the subscription
 * @param organisation the organisation they belong to, null where none is known
 * @param channel by which way
 */
public record DeliveryItem(
    UUID warning,
    String number,
    int version,
    boolean recall,
    Instant released,
    UUID subscription,
    String recipient,
    @Nullable String organisation,
    DeliveryChannel channel) {

  /** Whether it is about the same warning, for the same subscription. */
  public boolean isBeside(DeliveryItem other) {
    return warning.equals(other.warning) && subscription.equals(other.subscription);
  }

  /** Whether it was released before that. */
  public boolean isBefore(DeliveryItem other) {
    return released.isBefore(other.released);
  }
}
