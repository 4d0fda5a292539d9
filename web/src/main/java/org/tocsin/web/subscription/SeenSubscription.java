package org.tocsin.web.subscription;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionState;

/**
 * A subscription as a reader sees it.
 *
 * @param version how many commands were applied to it, for the next one's {@code expectedVersion};
 *     0 in lists
 * @param state where it stands
 * @param mayChange whether the reader may describe it anew
 * @param maySteer whether the reader may pause it, let it go on, and remove it
 * @param secret what its messages are signed with; null where there is none, and for whoever may
 *     not change it
 */
public record SeenSubscription(
    Subscription subscription,
    long version,
    SubscriptionState state,
    boolean mayChange,
    boolean maySteer,
    @Nullable String secret) {}
