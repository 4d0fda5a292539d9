package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.Engine;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.TestEngines;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Slot;
import org.tocsin.stream.connection.StreamHealth;
import org.tocsin.stream.lane.KafkaProgressReader;
import org.tocsin.stream.lane.LaneConsumer;
import org.tocsin.stream.report.KafkaReportLog;
import org.tocsin.stream.submission.KafkaSubmissionReader;
import org.tocsin.stream.submission.Submissions;

@UseEngines(value = EngineKind.KAFKA, breakable = true)
class BrokerOutageIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration PROMISED = Duration.ofSeconds(15);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final ExecutorService threads = closing(Executors.newVirtualThreadPerTaskExecutor());
  private Engine kafka;
  private TestStream stream;
  private KafkaReportLog log;

  @BeforeEach
  void open(TestEngines engines) {
    kafka = engines.engine(EngineKind.KAFKA);
    stream = closing(TestStream.open(engines));
    log = closing(new KafkaReportLog(stream.connection()));
  }

  @AfterEach
  void close() throws Exception {
    kafka.start();
    kafka.awaitReady(SOON);
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void shouldLoseNothingThatWasAcknowledgedWhenTheBrokerIsKilled() throws Exception {
    Seen seen = new Seen();
    LaneConsumer consumer = closing(new LaneConsumer(stream.connection(), Lane.BULK, seen));
    consumer.start();
    Sending sending = new Sending();
    Thread sender = Thread.ofVirtual().start(sending);

    for (int n = 0; n < 3; n++) {
      int before = sending.acknowledged.size();
      await().atMost(SOON).until(() -> sending.acknowledged.size() > before + 50);
      kafka.kill();
      kafka.awaitReady(SOON);
    }
    int before = sending.acknowledged.size();
    await().atMost(SOON).until(() -> sending.acknowledged.size() > before + 50);
    sending.ended.set(true);
    sender.join();

    await().atMost(SOON).until(() -> seen.rawIds().containsAll(sending.acknowledged));
    assertThat(seen.added()).hasSizeGreaterThanOrEqualTo(sending.acknowledged.size());
  }

  @Test
  void shouldSayInTimeThatItIsAwayAndGoOnWhenItIsBack() throws Exception {
    KafkaProgressReader progress = new KafkaProgressReader(stream.connection());
    StreamHealth health = new StreamHealth(stream.connection());
    KafkaSubmissionReader submissions = closing(new KafkaSubmissionReader(stream.connection()));
    Submission written = Submissions.of(UUID.randomUUID(), Submission.State.OPENED, 1);
    log.append(written);
    RawLocation kept = log.append(Lane.BULK, RawRecords.rows(UUID.randomUUID(), 0, 5)).join();
    assertThat(submissions.find(written.receipt())).contains(written);
    Progresses last = progress.current();
    assertThat(health.check()).isEmpty();

    kafka.kill();
    kafka.stop();

    RawRecord late = RawRecords.rows(UUID.randomUUID(), 1, 5);
    Stream.<ThrowingCallable>of(
            () -> log.append(Lane.BULK, late).join(),
            () -> log.append(written),
            () -> log.read(kept),
            () -> submissions.find(UUID.randomUUID()))
        .map(call -> CompletableFuture.runAsync(() -> assertUnavailable(call), threads))
        .toList()
        .forEach(CompletableFuture::join);
    await().atMost(SOON).untilAsserted(() -> assertUnavailable(progress::current));
    assertThat(submissions.find(written.receipt())).contains(written);
    assertThat(progress.lastKnown()).contains(last);
    assertThat(health.check()).isPresent();
    assertThat(stream.counted("tocsin.stream.append.failures")).isEqualTo(1);

    kafka.start();
    kafka.awaitReady(SOON);

    await().atMost(SOON).until(() -> health.check().isEmpty());
    log.append(Lane.BULK, RawRecords.rows(UUID.randomUUID(), 2, 5)).get(15, TimeUnit.SECONDS);
    log.append(Submissions.of(written.receipt(), Submission.State.SEALED, 1));
    assertThat(log.read(kept).records()).isEqualTo(5);
    assertThat(progress.current().lag(Lane.BULK)).isGreaterThanOrEqualTo(2);
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() ->
            submissions.find(written.receipt()).orElseThrow().state() == Submission.State.SEALED);
  }

  @Test
  void shouldStartWithoutABrokerAndBeginWhenThereIsOne() throws Exception {
    kafka.stop();
    Seen seen = new Seen();
    TestStream early = closing(stream.another());
    LaneConsumer consumer = closing(new LaneConsumer(early.connection(), Lane.INTERACTIVE, seen));
    consumer.start();
    assertUnavailable(
        () -> early.connection().await(early.connection().admin().listTopics().names(), "list"));

    kafka.start();
    kafka.awaitReady(SOON);
    new Submitter(log).submit(Lane.INTERACTIVE, 9);

    await().atMost(SOON).until(() -> seen.rawIds().size() == 9);
  }

  private static void assertUnavailable(ThrowingCallable call) {
    Instant beginning = Instant.now();
    Throwable failure = catchThrowable(call);
    Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
    assertThat(reason)
        .isInstanceOfSatisfying(
            StreamUnavailableException.class, e -> assertThat(e.retryAfter()).isPositive());
    assertThat(Duration.between(beginning, Instant.now())).isLessThan(PROMISED);
  }

  private <T extends AutoCloseable> T closing(T one) {
    open.add(one);
    return one;
  }

  /** Sends one raw record after the other, each again until it is acknowledged. */
  private final class Sending implements Runnable {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public void run() {
      UUID receipt = UUID.randomUUID();
      while (!ended.get()) {
        int number = next.getAndIncrement();
        try {
          log.append(Lane.BULK, RawRecords.rows(receipt, number, 3)).get(30, TimeUnit.SECONDS);
          acknowledged.add(Slot.rawId(receipt, number));
        } catch (Exception e) {
          next.decrementAndGet();
        }
      }
    }
  }
}
