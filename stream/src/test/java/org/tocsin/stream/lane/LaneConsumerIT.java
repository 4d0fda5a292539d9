package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.RawRecords;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.Seen;
import org.tocsin.stream.Submitter;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;
import org.tocsin.stream.report.KafkaReportLog;

@UseEngines(EngineKind.KAFKA)
class LaneConsumerIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Seen seen = new Seen();
  private TestStream stream;
  private KafkaReportLog log;
  private Submitter submitter;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = closing(TestStream.open(engines));
    log = closing(new KafkaReportLog(stream.connection()));
    submitter = new Submitter(log);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void shouldGiveEveryRawRecordOnceInTheOrderOfItsPartition() {
    List<RawLocation> kept = submitter.submit(Lane.BULK, 200);
    start(Lane.BULK, seen);

    await().atMost(SOON).until(() -> seen.all().size() >= kept.size());

    assertThat(seen.all())
        .extracting(ReceivedRecord::location)
        .containsExactlyInAnyOrderElementsOf(kept);
    for (int partition = 0; partition < 3; partition++) {
      List<ReceivedRecord> ofPartition = ofPartition(partition);
      assertThat(ofPartition)
          .isSortedAccordingTo(Comparator.comparingLong(one -> one.location().offset()));
      assertRoomForEachRecord(ofPartition);
    }
    await().atMost(SOON).until(() -> stream.counted("tocsin.stream.consumed") == kept.size());
  }

  @Test
  void shouldGiveTheLargestRawRecordThereIs() {
    byte[] bytes = new byte[32 * 1024 * 1024];
    new Random(2).nextBytes(bytes);
    log.append(Lane.BULK, RawRecords.of(UUID.randomUUID(), 0, 1, new byte[0], bytes)).join();
    List<RawLocation> more = submitter.submit(Lane.BULK, 20);
    start(Lane.BULK, seen);

    await().atMost(SOON).until(() -> seen.all().size() == 1 + more.size());

    assertThat(seen.all()).anySatisfy(one -> assertThat(one.raw().bytes()).isEqualTo(bytes));
  }

  /** Kafka bounds a fetch by its compressed size, and these are next to nothing compressed. */
  @Test
  void shouldGiveNoMoreAtOnceThanFitsIntoMemory() {
    int mib = 1024 * 1024;
    List<Long> sizes = new CopyOnWriteArrayList<>();
    UUID receipt = UUID.randomUUID();
    for (int n = 0; n < 12; n++) {
      log.append(Lane.BULK, RawRecords.of(receipt, n, 1, new byte[0], new byte[16 * mib])).join();
    }
    start(
        Lane.BULK,
        batch -> {
          sizes.add(batch.stream().mapToLong(one -> one.raw().bytes().length).sum());
          seen.take(batch);
        });

    await().atMost(SOON).until(() -> seen.all().size() == 12);

    assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(24L * mib));
  }

  @Test
  void shouldGiveTheSameBatchWithTheSameTimesUntilItIsTaken() {
    AtomicInteger calls = new AtomicInteger();
    List<List<ReceivedRecord>> tries = new CopyOnWriteArrayList<>();
    submitter.submit(Lane.INTERACTIVE, 10);
    start(
        Lane.INTERACTIVE,
        batch -> {
          if (calls.incrementAndGet() <= 3) {
            tries.add(batch);
            throw new IllegalStateException("not yet");
          }
          seen.take(batch);
        });

    await().atMost(SOON).until(() -> seen.all().size() == 10);

    assertThat(tries).hasSize(3).allSatisfy(batch -> assertThat(batch).isEqualTo(tries.getFirst()));
    assertThat(seen.all()).startsWith(tries.getFirst().toArray(ReceivedRecord[]::new));
    assertThat(stream.counted("tocsin.stream.redelivered")).isEqualTo(3);
  }

  @Test
  void shouldGiveTheSameTimesAgainAfterACrashBeforeTheCommit() throws Exception {
    Seen before = new Seen();
    CountDownLatch taken = new CountDownLatch(1);
    submitter.submit(Lane.BULK, 100);
    LaneConsumer crashing =
        start(
            Lane.BULK,
            batch -> {
              before.take(batch);
              taken.countDown();
              throw new IllegalStateException("the process dies before it commits");
            });
    taken.await();
    crashing.close();

    start(Lane.BULK, seen);
    await().atMost(SOON).until(() -> seen.rawIds().size() == 100);

    assertThat(seen.added()).containsAllEntriesOf(before.added());
  }

  @Test
  void shouldGoOnAfterTheLastCommitWithLaterTimes() {
    submitter.submit(Lane.BULK, 50);
    LaneConsumer first = start(Lane.BULK, seen);
    await().atMost(SOON).until(() -> seen.rawIds().size() == 50);
    first.close();
    Instant last = latest(seen);

    Seen afterwards = new Seen();
    submitter.submit(Lane.BULK, 50);
    start(Lane.BULK, afterwards);
    await().atMost(SOON).until(() -> afterwards.rawIds().size() == 50);

    assertThat(afterwards.all()).hasSize(50);
    assertThat(afterwards.all()).allSatisfy(one -> assertThat(one.added()).isAfter(last));
  }

  @Test
  void shouldSkipWhatOthersWroteIntoItsTopic() {
    String topic = stream.connection().name(Topic.REPORTS_BULK);
    submitter.submit(Lane.BULK, 3);
    for (int partition = 0; partition < 3; partition++) {
      stream
          .connection()
          .sendAndWait(new ProducerRecord<>(topic, partition, null, new byte[] {1}), "test");
    }
    submitter.submit(Lane.BULK, 3);
    start(Lane.BULK, seen);

    await().atMost(SOON).until(() -> seen.rawIds().size() == 6);
    await().atMost(SOON).until(() -> stream.counted("tocsin.stream.malformed") == 3);
  }

  @Test
  void shouldStandStillDuringAPauseAndGoOnAfterwards() {
    LaneConsumer consumer = start(Lane.BULK, seen);
    submitter.submit(Lane.BULK, 10);
    await().atMost(SOON).until(() -> seen.rawIds().size() == 10);

    assertThat(consumer.pause(SOON)).isTrue();
    submitter.submit(Lane.BULK, 10);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> seen.rawIds().size() == 10 && consumer.owned().size() == 3);

    consumer.resume();
    await().atMost(SOON).until(() -> seen.rawIds().size() == 20);
    assertThat(seen.all()).hasSize(20);
  }

  @Test
  void shouldNotReportRestWhileTheStepWorks() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    submitter.submit(Lane.BULK, 1);
    LaneConsumer consumer =
        start(
            Lane.BULK,
            batch -> {
              working.countDown();
              uninterrupted(mayEnd);
            });
    working.await();

    assertThat(consumer.pause(Duration.ofMillis(300))).isFalse();
    mayEnd.countDown();
    assertThat(consumer.pause(SOON)).isTrue();
  }

  @Test
  void shouldReportRestBetweenTheTriesOfABatchAndTryNothingDuringThePause() {
    AtomicInteger tries = new AtomicInteger();
    submitter.submit(Lane.BULK, 1);
    LaneConsumer consumer =
        start(
            Lane.BULK,
            batch -> {
              if (tries.incrementAndGet() < 5) {
                throw new IllegalStateException("not yet");
              }
              seen.take(batch);
            });
    await().atMost(SOON).until(() -> tries.get() == 4);

    assertThat(consumer.pause(Duration.ofMillis(500))).isTrue();
    int before = tries.get();
    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> tries.get() == before);

    consumer.resume();
    await().atMost(SOON).until(() -> seen.all().size() == 1);
  }

  @Test
  void shouldStopWhenClosedEvenWhileItsStepFails() throws Exception {
    CountDownLatch failed = new CountDownLatch(2);
    submitter.submit(Lane.BULK, 1);
    LaneConsumer consumer =
        start(
            Lane.BULK,
            batch -> {
              failed.countDown();
              throw new IllegalStateException("always");
            });
    failed.await();
    assertThat(consumer.isRunning()).isTrue();

    consumer.close();

    assertThat(consumer.isRunning()).isFalse();
    assertThat(consumer.owned()).isEqualTo(Set.of());
  }

  private LaneConsumer start(Lane lane, LaneStep step) {
    LaneConsumer consumer = closing(new LaneConsumer(stream.connection(), lane, step));
    consumer.start();
    return consumer;
  }

  private <T extends AutoCloseable> T closing(T one) {
    open.add(one);
    return one;
  }

  private List<ReceivedRecord> ofPartition(int partition) {
    return seen.all().stream().filter(one -> one.location().partition() == partition).toList();
  }

  private static void assertRoomForEachRecord(List<ReceivedRecord> received) {
    for (int n = 1; n < received.size(); n++) {
      ReceivedRecord before = received.get(n - 1);
      assertThat(received.get(n).added())
          .isAfterOrEqualTo(before.added().plusNanos(1_000L * before.raw().records()));
    }
  }

  private static Instant latest(Seen seen) {
    return seen.all().stream().map(ReceivedRecord::added).max(Comparator.naturalOrder()).get();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
