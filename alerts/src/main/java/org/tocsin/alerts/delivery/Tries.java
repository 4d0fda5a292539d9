package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alerts.delivery.Contents.Found;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.delivery.RetryRule;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionState;
import org.tocsin.store.KeptDelivery;

/**
 * One try of a delivery. The sharing policy is asked at that moment, for the subscription's owner;
 * that a try begins is in the ledger before a byte leaves. Thread-safe.
 */
final class Tries {
  private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

  /** So soon something that waits for something else is looked at again. */
  private static final Duration SOON = Duration.ofMillis(300);

  private static final Duration WHILE_PAUSED = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Contents contents;
  private final Carriers carriers;
  private final Memberships memberships;
  private final Supplier<NodeNamespace> namespace;
  private final RandomGenerator random;
  private final DeliveryMeters meters;

  Tries(
      Ledger ledger,
      Contents contents,
      Carriers carriers,
      Memberships memberships,
      Supplier<NodeNamespace> namespace,
      RandomGenerator random,
      DeliveryMeters meters) {
    this.ledger = ledger;
    this.contents = contents;
    this.carriers = carriers;
    this.memberships = memberships;
    this.namespace = namespace;
    this.random = random;
    this.meters = meters;
  }

  /**
   * Tries it.
   *
   * @param subscription as it is now, null where it is gone
   */
  void of(Delivery delivery, @Nullable Subscription subscription) {
    DeliveryItem item = delivery.item();
    if (subscription == null) {
      drop(delivery, "The subscription is gone.");
    } else if (item.recall() && !hasSomethingToRecall(delivery)) {
      drop(delivery, "Nothing of the warning went out before it was taken back.");
    } else if (!isActive(subscription)) {
      await(delivery);
    } else {
      Exit exit = carriers.exit(subscription);
      switch (contents.look(item, subscription.reader(memberships), exit)) {
        case Found.Shown(var version) -> carry(new Parcel(delivery, subscription, exit, version));
        case Found.Gone(String reason) -> drop(delivery, reason);
        case Found.NotYet() -> hold(delivery, SOON);
      }
    }
  }

  private boolean isActive(Subscription subscription) {
    return subscription.state(subscription.reader(memberships).membership())
        == SubscriptionState.ACTIVE;
  }

  /** A subscription that is paused loses what it would have got in more than a day of that. */
  private void await(Delivery delivery) {
    Instant now = ledger.instant();
    if (now.isAfter(delivery.openSince().plus(RetryRule.LONGEST))) {
      write(delivery, new DeliveryEvent.Expired(delivery.id(), now, "The subscription is paused."));
    } else {
      hold(delivery, WHILE_PAUSED);
    }
  }

  /** Nothing older may go out behind a recall, and what never went out needs none. */
  private boolean hasSomethingToRecall(Delivery recall) {
    boolean gone = false;
    for (Delivery other : ledger.open().others(recall)) {
      gone |= other.mayHaveGone();
      if (other.state().isOpen() && other.item().isBefore(recall.item())) {
        drop(other, "The warning was taken back before it went out.");
      }
    }
    return gone
        || ledger.now(earlier(recall.item())).stream()
            .map(KeptDelivery::delivery)
            .anyMatch(Delivery::mayHaveGone);
  }

  private List<UUID> earlier(DeliveryItem recall) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, recall.version())
            .mapToObj(number ->
                DeliveryIds.version(
                    namespace.get(), recall.warning(), number, recall.subscription()))
            .toList());
  }

  private void carry(Parcel parcel) {
    Delivery delivery = parcel.delivery();
    int attempt = delivery.attempts() + 1;
    write(delivery, new DeliveryEvent.Started(delivery.id(), ledger.instant(), attempt));
    Attempt came = meters.time(delivery.item().channel(), () -> carriers.carry(parcel));
    Instant now = ledger.instant();
    write(
        delivery,
        switch (came) {
          case Attempt.Taken() -> new DeliveryEvent.Delivered(delivery.id(), now, attempt);
          case Attempt.Never(String reason) -> new DeliveryEvent.Died(delivery.id(), now, reason);
          case Attempt.Later(String reason, Duration asked) ->
              RetryRule.next(delivery.openSince(), attempt, asked, now, random)
                  .<DeliveryEvent>map(
                      next -> new DeliveryEvent.Failed(delivery.id(), now, attempt, reason, next))
                  .orElseGet(() -> new DeliveryEvent.Expired(delivery.id(), now, reason));
        });
  }

  private void drop(Delivery delivery, String reason) {
    write(delivery, new DeliveryEvent.Dropped(delivery.id(), ledger.instant(), reason));
  }

  private void hold(Delivery delivery, Duration pause) {
    ledger.open().hold(delivery.id(), ledger.instant().plus(pause));
  }

  private void write(Delivery delivery, DeliveryEvent event) {
    ledger.write(delivery.item(), event);
    meters.count(delivery, event);
    LOG.debug("delivery {}: {}", delivery.id(), event.getClass().getSimpleName());
  }
}
