package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.store.Samples.NOW;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryEvent.Delivered;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryEvent.Started;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.delivery.DeliveryState;

@UseEngines(EngineKind.ELASTICSEARCH)
class DeliveryIT {
  private static final UUID WARNING = UUID.randomUUID();

  private TestStore test;
  private DeliveryWriter writer;
  private Deliveries deliveries;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
    test.store().keepUp();
    writer = test.store().deliveryWriter();
    deliveries = test.store().deliveries();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldFindADeliveryAtOnceAsItsEventsMadeIt() {
    UUID id = UUID.randomUUID();
    writer.apply(List.of(queued(id, "machine", 0), started(id, 1)));

    KeptDelivery kept = deliveries.find(id).orElseThrow();
    assertThat(kept.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(kept.offset()).isEqualTo(1);

    writer.apply(List.of(delivered(id, 2)));
    assertThat(deliveries.find(id).orElseThrow().delivery().state())
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(deliveries.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void shouldChangeNothingWhenABatchComesAgain() {
    UUID id = UUID.randomUUID();
    List<DeliveryEntry> first = List.of(queued(id, "machine", 0), started(id, 1));
    writer.apply(first);
    writer.apply(List.of(delivered(id, 2)));

    assertThat(writer.apply(first).get(id)).isEqualTo(deliveries.find(id).orElseThrow());
    assertThat(deliveries.find(id).orElseThrow().delivery().state())
        .isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void shouldPassOverEventsOfWhatWasNeverQueued() {
    UUID id = UUID.randomUUID();

    assertThat(writer.apply(List.of(started(id, 0)))).isEmpty();
    assertThat(deliveries.find(id)).isEmpty();
  }

  @Test
  void shouldPageThroughWhatBelongsToAWarningOnceItIsVisible() {
    List<UUID> ids = IntStream.range(0, 25).mapToObj(i -> UUID.randomUUID()).toList();
    for (int i = 0; i < ids.size(); i++) {
      writer.apply(List.of(queued(ids.get(i), i < 5 ? "machine" : "other", i)));
    }
    writer.apply(List.of(started(ids.getLast(), 30), delivered(ids.getLast(), 31)));
    writer.makeVisible();

    DeliveryQuery all = new DeliveryQuery(WARNING, null, Set.of(), Set.of(), null, 10);
    assertThat(deliveries.all(all))
        .extracting(kept -> kept.delivery().id())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(deliveries.all(DeliveryQuery.of(WARNING).forRecipient("machine"))).hasSize(5);
    assertThat(deliveries.all(DeliveryQuery.of(UUID.randomUUID()))).isEmpty();
    assertThat(
            deliveries.all(
                new DeliveryQuery(
                    null, null, Set.of(DeliveryState.DELIVERED), Set.of(3), null, 10)))
        .hasSize(1);
    assertThat(deliveries.all(new DeliveryQuery(WARNING, null, Set.of(), Set.of(4), null, 10)))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deliveries.search(all.goingOn("nonsense")));
  }

  @Test
  void shouldKeepTheNewerStateWhenAnOlderReaderComesLate() {
    UUID id = UUID.randomUUID();
    writer.apply(List.of(queued(id, "machine", 0), started(id, 1), delivered(id, 2)));

    writer.apply(List.of(queued(id, "machine", 0)));

    assertThat(deliveries.find(id).orElseThrow().offset()).isEqualTo(2);
  }

  @Test
  void shouldMakeTheSameOfTheLedgerInANewGeneration() {
    UUID id = UUID.randomUUID();
    List<DeliveryEntry> ledger =
        List.of(queued(id, "machine", 0), started(id, 1), delivered(id, 2));
    writer.apply(ledger);
    KeptDelivery before = deliveries.find(id).orElseThrow();

    NextGeneration next = test.store().rebuild().begin();
    next.deliveries().apply(ledger);
    next.holdWrites();
    next.swap();

    assertThat(deliveries.find(id)).contains(before);
    assertThat(deliveries.all(DeliveryQuery.of(WARNING))).containsExactly(before);
    UUID later = UUID.randomUUID();
    writer.apply(List.of(queued(later, "machine", 3)));
    assertThat(deliveries.find(later)).isPresent();
  }

  private static DeliveryEntry queued(UUID id, String recipient, long offset) {
    DeliveryItem item =
        new DeliveryItem(
            WARNING,
            "W-2026-000001",
            1,
            false,
            NOW,
            UUID.randomUUID(),
            recipient,
            null,
            DeliveryChannel.WEBHOOK);
    return entry(offset, new Queued(id, NOW, item, NOW));
  }

  private static DeliveryEntry started(UUID id, long offset) {
    return entry(offset, new Started(id, NOW.plusSeconds(1), 1));
  }

  private static DeliveryEntry delivered(UUID id, long offset) {
    return entry(offset, new Delivered(id, NOW.plusSeconds(2), 1));
  }

  private static DeliveryEntry entry(long offset, DeliveryEvent event) {
    return new DeliveryEntry(3, offset, event);
  }
}
