package org.tocsin.stream.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryEvent.Started;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.DeliveryLog.Posting;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;

@UseEngines(EngineKind.KAFKA)
class DeliveryLogIT {
  private TestStream stream;
  private DeliveryLog log;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaDeliveryLog(stream.connection());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldFeedWhatIsForOneSubscriptionInOrderAndFromOnePartition() {
    List<Posting> postings = postings(20, 5);
    log.appendAll(postings);
    DeliveryEntry single = log.append(postings.getFirst());
    List<DeliveryEntry> taken = new CopyOnWriteArrayList<>();

    try (DeliveryConsumer consumer = new DeliveryConsumer(stream.connection(), taken::addAll)) {
      consumer.start();
      await().until(() -> taken.size() == 101);
      assertThat(consumer.tenures()).hasSize(6);
    }

    assertThat(taken).contains(single);
    for (Map.Entry<UUID, List<DeliveryEvent>> given : bySubscription(postings).entrySet()) {
      List<DeliveryEntry> got =
          taken.stream()
              .filter(entry -> entry.event().delivery().equals(given.getKey()))
              .filter(entry -> !entry.equals(single))
              .toList();
      assertThat(got).extracting(DeliveryEntry::event).isEqualTo(given.getValue());
      assertThat(got).extracting(DeliveryEntry::partition).containsOnly(got.getFirst().partition());
    }
  }

  @Test
  void shouldReadAllAgainAndGoOnWhereItStopped() {
    log.appendAll(postings(10, 3));
    DeliveryReplay replay = new DeliveryReplay(stream.connection());
    List<DeliveryEntry> read = new ArrayList<>();

    assertThat(replay.run(read::addAll)).isEqualTo(30);
    assertThat(replay.run(read::addAll)).isZero();
    log.appendAll(postings(2, 2));
    assertThat(replay.run(read::addAll)).isEqualTo(4);

    assertThat(read).hasSize(34).doesNotHaveDuplicates();
  }

  @Test
  void shouldPassOverWhatIsNoEvent() {
    stream
        .connection()
        .sendAndWait(
            new ProducerRecord<>(stream.connection().name(Topic.DELIVERIES), null, "{}".getBytes()),
            "write nonsense");
    log.appendAll(postings(1, 2));
    List<DeliveryEntry> read = new ArrayList<>();

    assertThat(new DeliveryReplay(stream.connection()).run(read::addAll)).isEqualTo(2);
  }

  private static List<Posting> postings(int subscriptions, int events) {
    List<UUID> ids = IntStream.range(0, subscriptions).mapToObj(i -> UUID.randomUUID()).toList();
    List<Posting> postings = new ArrayList<>();
    for (int attempt = 1; attempt <= events; attempt++) {
      for (UUID id : ids) {
        Instant at = Instant.ofEpochSecond(1_800_000_000L + attempt);
        postings.add(new Posting(id, new Started(id, at, attempt)));
      }
    }
    return postings;
  }

  private static Map<UUID, List<DeliveryEvent>> bySubscription(List<Posting> postings) {
    Map<UUID, List<DeliveryEvent>> all = new HashMap<>();
    postings.forEach(posting ->
        all.computeIfAbsent(posting.subscription(), any -> new ArrayList<>()).add(posting.event()));
    return all;
  }
}
