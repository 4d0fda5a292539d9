package org.tocsin.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryEvent.Delivered;
import org.tocsin.model.delivery.DeliveryEvent.Failed;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryEvent.Started;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.store.KeptDelivery;

class OpenDeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
  private static final UUID WARNING = UUID.randomUUID();
  private static final UUID SUBSCRIPTION = UUID.randomUUID();

  private final OpenDeliveries open = new OpenDeliveries(Duration.ofSeconds(5));

  @Test
  void shouldTryWhatIsDueTheLongestDueFirst() {
    KeptDelivery later = queued(1, SUBSCRIPTION, 60, 0);
    KeptDelivery second = queued(2, SUBSCRIPTION, -1, 1);
    KeptDelivery first = queued(1, UUID.randomUUID(), -5, 2);
    open.learn(List.of(later, second, first));

    assertThat(open.due(NOW)).containsExactly(first.delivery(), second.delivery());
    assertThat(open.due(NOW.plusSeconds(60))).contains(later.delivery());
  }

  @Test
  void shouldLetNothingOfAWarningOvertakeWhatIsUnderWayForTheSameSubscription() {
    KeptDelivery version = queued(1, SUBSCRIPTION, 0, 0);
    KeptDelivery next = queued(2, SUBSCRIPTION, 0, 1);
    KeptDelivery elsewhere = queued(1, UUID.randomUUID(), 0, 2);
    open.learn(List.of(version, next, elsewhere));

    assertThat(open.begin(version.delivery())).isTrue();
    assertThat(open.begin(version.delivery())).as("twice").isFalse();
    assertThat(open.begin(next.delivery())).isFalse();
    assertThat(open.due(NOW)).containsExactly(elsewhere.delivery());

    open.end(version.delivery().id());
    assertThat(open.begin(next.delivery())).isTrue();
  }

  @Test
  void shouldNotOpenAgainWhatItEndedItselfWhenItReadsOlderEvents() {
    KeptDelivery queued = queued(1, SUBSCRIPTION, 0, 0);
    open.learn(List.of(queued));
    wrote(queued, 1, new Started(id(queued), NOW, 1));
    wrote(queued, 2, new Delivered(id(queued), NOW, 1));

    open.learn(List.of(queued));
    open.learn(List.of(after(queued, 1, new Started(id(queued), NOW, 1))));
    assertThat(open.due(NOW.plusSeconds(60))).isEmpty();
    assertThat(open.find(id(queued))).as("until it has read it back").isNotNull();

    open.learn(
        List.of(
            after(
                after(queued, 1, new Started(id(queued), NOW, 1)),
                2,
                new Delivered(id(queued), NOW, 1))));
    assertThat(open.find(id(queued))).isNull();
  }

  @Test
  void shouldWaitBeforeItRepeatsATryThatSomebodyElseMayBeAt() {
    KeptDelivery started =
        after(queued(1, SUBSCRIPTION, 0, 0), 1, new Started(UUID.randomUUID(), NOW, 1));
    open.learn(List.of(started));

    assertThat(open.due(NOW.plusSeconds(4))).isEmpty();
    assertThat(open.due(NOW.plusSeconds(5))).containsExactly(started.delivery());
  }

  @Test
  void shouldLeaveAloneWhatIsHeldAndWhatFailedUntilItsTime() {
    KeptDelivery held = queued(1, SUBSCRIPTION, 0, 0);
    KeptDelivery started =
        after(queued(1, UUID.randomUUID(), 0, 1), 2, new Started(UUID.randomUUID(), NOW, 1));
    KeptDelivery failed =
        after(started, 3, new Failed(id(started), NOW, 1, "no answer", NOW.plusSeconds(40)));
    open.learn(List.of(held, failed));
    open.hold(id(held), NOW.plusSeconds(30));

    assertThat(open.due(NOW.plusSeconds(29))).isEmpty();
    assertThat(open.due(NOW.plusSeconds(30))).containsExactly(held.delivery());
    assertThat(open.due(NOW.plusSeconds(40))).contains(failed.delivery());
  }

  @Test
  void shouldForgetAPartitionThatIsAnothersNow() {
    open.learn(List.of(queued(1, SUBSCRIPTION, 0, 0)));
    assertThat(open.size()).isEqualTo(1);

    open.forgetPartition(4);
    assertThat(open.size()).isEqualTo(1);
    open.forgetPartition(3);
    assertThat(open.size()).isZero();
  }

  private void wrote(KeptDelivery kept, long offset, DeliveryEvent event) {
    open.wrote(new DeliveryEntry(kept.partition(), offset, event));
  }

  private static UUID id(KeptDelivery kept) {
    return kept.delivery().id();
  }

  private static KeptDelivery after(KeptDelivery kept, long offset, DeliveryEvent event) {
    return new KeptDelivery(kept.delivery().after(event), kept.partition(), offset);
  }

  private static KeptDelivery queued(int version, UUID subscription, long due, long offset) {
    DeliveryItem item =
        new DeliveryItem(
            WARNING,
            "W-2026-000001",
            version,
            false,
            NOW.plusMillis(version),
            subscription,
            "machine",
            null,
            DeliveryChannel.WEBHOOK);
    Instant at = NOW.plusSeconds(due);
    Delivery delivery =
        Delivery.after(null, new Queued(UUID.randomUUID(), NOW, item, at)).orElseThrow();
    return new KeptDelivery(delivery, 3, offset);
  }
}
