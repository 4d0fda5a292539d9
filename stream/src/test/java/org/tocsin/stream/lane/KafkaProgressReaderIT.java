package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.stream.Seen;
import org.tocsin.stream.Submitter;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;
import org.tocsin.stream.report.KafkaReportLog;

@UseEngines(EngineKind.KAFKA)
class KafkaProgressReaderIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private TestStream stream;
  private KafkaReportLog log;
  private Submitter submitter;
  private KafkaProgressReader progress;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaReportLog(stream.connection());
    submitter = new Submitter(log);
    progress = new KafkaProgressReader(stream.connection());
  }

  @AfterEach
  void close() {
    log.close();
    stream.close();
  }

  @Test
  void shouldCountEverythingAsPendingWhereNothingWasTakenYet() {
    List<RawLocation> kept = submitter.submit(Lane.BULK, 30);

    Progresses now = progress.current();

    assertThat(now.lag(Lane.BULK)).isEqualTo(30);
    assertThat(now.lag(Lane.INTERACTIVE)).isZero();
    assertThat(now.horizon()).isEqualTo(Instant.EPOCH);
    assertThat(kept).allSatisfy(one -> assertThat(isPending(now, one)).isTrue());
  }

  @Test
  void shouldNotCountWhatRetentionTookAsPending() throws Exception {
    submitter.submit(Lane.BULK, 30);
    stream
        .connection()
        .admin()
        .deleteRecords(Map.of(partition(0), RecordsToDelete.beforeOffset(4)))
        .all()
        .get();

    assertThat(progress.current().lag(Lane.BULK)).isEqualTo(26);
  }

  @Test
  void shouldCountNothingAsPendingOnceItIsTaken() {
    List<RawLocation> kept = submitter.submit(Lane.BULK, 30);
    takeAll(30);

    Progresses now = progress.current();
    assertThat(now.lag(Lane.BULK)).isZero();
    assertThat(kept).allSatisfy(one -> assertThat(isPending(now, one)).isFalse());
    assertThat(bulk(now)).allSatisfy(one -> assertThat(one.watermark()).isAfter(Instant.EPOCH));
  }

  @Test
  void shouldNotMoveAWatermarkBackWhenItsGroupIsReset() throws Exception {
    submitter.submit(Lane.BULK, 30);
    takeAll(30);
    List<Progress> before = bulk(progress.current());

    stream
        .connection()
        .admin()
        .alterConsumerGroupOffsets(
            stream.connection().group("triage-bulk"),
            Map.of(partition(1), new OffsetAndMetadata(0)))
        .all()
        .get();
    await().atMost(SOON).until(() -> progress.current().lag(Lane.BULK) == 10);

    assertThat(bulk(progress.current()))
        .extracting(Progress::watermark)
        .containsExactlyElementsOf(before.stream().map(Progress::watermark).toList());
  }

  @Test
  void shouldAskKafkaOnceForManyWhoAskAtOnce() {
    Set<Progresses> answers = Collections.newSetFromMap(new IdentityHashMap<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Progresses>> asked =
          IntStream.range(0, 200)
              .mapToObj(n -> CompletableFuture.supplyAsync(progress::current, threads))
              .toList();
      asked.forEach(one -> answers.add(one.join()));
    }

    assertThat(answers.size()).isLessThan(10);
  }

  private void takeAll(int count) {
    Seen seen = new Seen();
    try (LaneConsumer consumer = new LaneConsumer(stream.connection(), Lane.BULK, seen)) {
      consumer.start();
      await().atMost(SOON).until(() -> stream.counted("tocsin.stream.consumed") == count);
    }
    await().atMost(SOON).until(() -> progress.current().lag(Lane.BULK) == 0);
  }

  private TopicPartition partition(int number) {
    return new TopicPartition(stream.connection().name(Topic.REPORTS_BULK), number);
  }

  private static List<Progress> bulk(Progresses progresses) {
    return progresses.partitions().get(Lane.BULK);
  }

  private static boolean isPending(Progresses progresses, RawLocation location) {
    return progresses.isPending(
        location.lane(), new Frame(location.partition(), location.offset(), 1));
  }
}
