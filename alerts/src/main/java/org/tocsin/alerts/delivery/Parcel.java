package org.tocsin.alerts.delivery;

import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.store.StoredVersion;

/**
 * A delivery with what is in it, for one try.
 *
 * @param delivery what is delivered to whom
 * @param subscription the subscription as it is now
 * @param exit the exit the sharing policy was asked about
 * @param version what its owner may see of the release by that exit, at this moment
 */
public record Parcel(
    Delivery delivery, Subscription subscription, Exit exit, StoredVersion version) {}
