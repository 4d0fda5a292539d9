package org.tocsin.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.delivery.Deliveries.ID;
import static org.tocsin.model.delivery.Deliveries.after;
import static org.tocsin.model.delivery.Deliveries.fold;
import static org.tocsin.model.delivery.Deliveries.queued;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.delivery.DeliveryEvent.Delivered;
import org.tocsin.model.delivery.DeliveryEvent.Died;
import org.tocsin.model.delivery.DeliveryEvent.Dropped;
import org.tocsin.model.delivery.DeliveryEvent.Expired;
import org.tocsin.model.delivery.DeliveryEvent.Failed;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryEvent.Replayed;
import org.tocsin.model.delivery.DeliveryEvent.Started;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.NodeNamespace;

class DeliveryTest {
  private final Started first = new Started(ID, after(1), 1);
  private final Failed failed = new Failed(ID, after(2), 1, "It answers with 500.", after(40));

  @Test
  void shouldWaitForItsFirstTryOnceQueued() {
    Delivery delivery = queued();

    assertThat(delivery.state()).isEqualTo(DeliveryState.QUEUED);
    assertThat(delivery.due()).isEqualTo(after(0));
    assertThat(delivery.mayHaveGone()).isFalse();
  }

  @Test
  void shouldCountAsPerhapsGoneAsSoonAsATryBegan() {
    Delivery delivery = fold(queued(), first);

    assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery.mayHaveGone()).isTrue();
    assertThat(fold(delivery, failed).mayHaveGone()).isTrue();
  }

  @Test
  void shouldKnowWhenTheNextTryIsAndWhyTheLastFailed() {
    Delivery delivery = fold(queued(), first, failed);

    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery.due()).isEqualTo(after(40));
    assertThat(delivery.reason()).isEqualTo("It answers with 500.");
  }

  @Test
  void shouldForgetTheReasonOnceItIsDelivered() {
    Delivery delivery =
        fold(
            queued(),
            first,
            failed,
            new Started(ID, after(40), 2),
            new Delivered(ID, after(41), 2));

    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivery.attempts()).isEqualTo(2);
    assertThat(delivery.deliveredAt()).isEqualTo(after(41));
    assertThat(delivery.reason()).isNull();
    assertThat(delivery.due()).isNull();
  }

  @Test
  void shouldStayDeliveredWhateverComesAfter() {
    Delivery delivered = fold(queued(), first, new Delivered(ID, after(2), 1));

    assertThat(
            fold(
                delivered,
                new Queued(ID, after(3), Deliveries.item(1, false), after(3)),
                new Started(ID, after(4), 2),
                failed,
                new Died(ID, after(5), "gone"),
                new Dropped(ID, after(5), "withdrawn"),
                new Expired(ID, after(6), "a day is over"),
                new Replayed(ID, after(7), "anna")))
        .isEqualTo(delivered);
  }

  @Test
  void shouldChangeNothingWhenItIsQueuedTwice() {
    Delivery delivery = fold(queued(), first);

    assertThat(fold(delivery, new Queued(ID, after(3), Deliveries.item(1, false), after(3))))
        .isEqualTo(delivery);
  }

  @Test
  void shouldBeTriedAgainForAnotherDayWhenAPersonReplaysADeadEnd() {
    Delivery dead = fold(queued(), first, new Died(ID, after(2), "It answers with 410."));
    assertThat(dead.state().isDeadEnd()).isTrue();

    Delivery replayed = fold(dead, new Replayed(ID, after(90_000), "anna"));

    assertThat(replayed.state()).isEqualTo(DeliveryState.QUEUED);
    assertThat(replayed.openSince()).isEqualTo(after(90_000));
    assertThat(replayed.queuedAt()).isEqualTo(after(0));
    assertThat(replayed.mayHaveGone()).isTrue();
  }

  @Test
  void shouldReplayNothingThatIsOpenOrWasDropped() {
    Delivery dropped = fold(queued(), new Dropped(ID, after(1), "withdrawn"));
    Replayed replayed = new Replayed(ID, after(2), "anna");

    assertThat(fold(dropped, replayed)).isEqualTo(dropped);
    assertThat(fold(queued(), replayed)).isEqualTo(queued());
  }

  @Test
  void shouldKnowNothingOfWhatWasNeverQueued() {
    assertThat(Delivery.after(null, first)).isEmpty();
  }

  @Test
  void shouldKeepTheLastEventsOnly() {
    Delivery delivery = queued();
    for (int attempt = 1; attempt <= 40; attempt++) {
      delivery =
          fold(
              delivery,
              new Started(ID, after(attempt), attempt),
              new Failed(ID, after(attempt), attempt, "no answer", after(attempt + 1)));
    }
    assertThat(delivery.events()).hasSize(Delivery.MOST_EVENTS);
    assertThat(delivery.attempts()).isEqualTo(40);
    assertThat(delivery.events().getLast()).isInstanceOf(Failed.class);
  }

  @Test
  void shouldReadBackEveryEventAndWhatTheyComeTo() {
    List<DeliveryEvent> events =
        List.of(
            new Queued(ID, after(0), Deliveries.item(2, true), after(0)),
            first,
            failed,
            new Delivered(ID, after(3), 2),
            new Expired(ID, after(3), "over"),
            new Died(ID, after(3), "gone"),
            new Dropped(ID, after(3), "withdrawn"),
            new Replayed(ID, after(4), "anna"));

    assertThat(events)
        .allSatisfy(event ->
            assertThat(EntityJson.read(EntityJson.tree(event), DeliveryEvent.class))
                .isEqualTo(event));
    Delivery delivery = fold(queued(), first, failed);
    assertThat(EntityJson.read(EntityJson.tree(delivery), Delivery.class)).isEqualTo(delivery);
  }

  @Test
  void shouldHaveOneIdForEachReleaseAndSubscription() {
    NodeNamespace node = new NodeNamespace(UUID.randomUUID());
    UUID warning = UUID.randomUUID();
    UUID subscription = UUID.randomUUID();

    assertThat(node.deliveryId(warning, "1", subscription))
        .isEqualTo(node.deliveryId(warning, "1", subscription));
    assertThat(
            IntStream.rangeClosed(1, 3)
                .mapToObj(version -> node.deliveryId(warning, "" + version, subscription)))
        .doesNotHaveDuplicates();
    assertThat(node.deliveryId(warning, "1", UUID.randomUUID()))
        .isNotEqualTo(node.deliveryId(warning, "1", subscription));
  }
}
