package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.Seen;
import org.tocsin.stream.Submitter;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.report.KafkaReportLog;

@UseEngines(EngineKind.KAFKA)
class LaneGroupIT {
  private static final Duration SOON = Duration.ofSeconds(40);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Seen seen = new Seen();
  private EngineAddresses engines;

  @BeforeEach
  void know(EngineAddresses addresses) {
    engines = addresses;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void shouldLoseNothingAndMoveForwardOnlyWhenOneOfTwoProcessesLeaves() throws Exception {
    TestStream one = closing(TestStream.open(engines));
    TestStream other = closing(one.another());
    Submitter submitter = new Submitter(closing(new KafkaReportLog(one.connection())));
    KafkaProgressReader progress = new KafkaProgressReader(one.connection());
    LaneConsumer staying = start(one, Lane.BULK, seen);
    LaneConsumer leaving = start(other, Lane.BULK, seen);
    await().atMost(SOON).until(() -> owned(staying, leaving) == 3 && !leaving.owned().isEmpty());
    Watch watch = new Watch(one);
    Thread watching = Thread.ofVirtual().start(watch);

    for (int n = 0; n < 10; n++) {
      submitter.submit(Lane.BULK, 60);
      if (n == 4) {
        leaving.close();
      }
    }
    await().atMost(SOON).until(() -> seen.rawIds().size() == 600);
    await().atMost(SOON).until(() -> progress.current().lag(Lane.BULK) == 0);
    watch.end();
    watching.join();

    assertThat(watch.fellBack()).isFalse();
    assertThat(seen.added()).hasSize(600);
  }

  @Test
  void shouldStayAMemberAndHandOverPartitionsWhileItsStepFails() {
    TestStream one = closing(TestStream.open(engines));
    TestStream other = closing(one.another());
    Submitter submitter = new Submitter(closing(new KafkaReportLog(one.connection())));
    AtomicBoolean recovered = new AtomicBoolean();
    AtomicReference<Set<Integer>> tried = new AtomicReference<>(Set.of());
    Seen ofFailing = new Seen();
    submitter.submit(Lane.BULK, 24);
    LaneConsumer failing =
        start(
            one,
            Lane.BULK,
            batch -> {
              tried.set(partitions(batch));
              if (!recovered.get()) {
                throw new IllegalStateException("Elasticsearch is away");
              }
              ofFailing.take(batch);
            });
    await().atMost(SOON).until(() -> tried.get().size() == 3);

    LaneConsumer joining = start(other, Lane.BULK, seen);
    await().atMost(SOON).until(() -> owned(failing, joining) == 3 && !joining.owned().isEmpty());
    await().atMost(SOON).until(() -> partitions(seen.all()).equals(joining.owned()));
    await().atMost(SOON).until(() -> failing.owned().containsAll(tried.get()));
    assertThat(ofFailing.all()).isEmpty();
    assertThat(failing.owned()).isNotEmpty();

    recovered.set(true);
    await().atMost(SOON).until(() -> seen.all().size() + ofFailing.all().size() >= 24);
    assertThat(partitions(ofFailing.all())).isEqualTo(failing.owned());
  }

  @Test
  void shouldBringTheHorizonToTheLastRecordThoughMostPartitionsAreQuiet() {
    TestStream stream = closing(TestStream.open(engines));
    Submitter submitter = new Submitter(closing(new KafkaReportLog(stream.connection())));
    KafkaProgressReader progress = new KafkaProgressReader(stream.connection());
    ticking(
        stream, progress, start(stream, Lane.BULK, seen), start(stream, Lane.INTERACTIVE, seen));

    submitter.submit(Lane.BULK, 1);
    await().atMost(SOON).until(() -> seen.all().size() == 1);
    Instant last = last(seen.all().getFirst());
    await().atMost(Duration.ofSeconds(6)).until(() -> !progress.current().horizon().isBefore(last));

    shouldBecomeQuiet(progress);
    assertThat(seen.all()).hasSize(1);
    assertThat(progress.current().newest()).isEqualTo(last);
    assertThat(stream.counted("tocsin.stream.ticks.appended")).isBetween(5.0, 15.0);
  }

  @Test
  void shouldShareTheTickingBetweenProcesses() {
    TestStream one = closing(TestStream.open(engines));
    TestStream other = closing(one.another());
    Submitter submitter = new Submitter(closing(new KafkaReportLog(one.connection())));
    KafkaProgressReader progress = new KafkaProgressReader(one.connection());
    LaneConsumer bulk = start(one, Lane.BULK, seen);
    LaneConsumer interactive = start(other, Lane.INTERACTIVE, seen);
    ticking(one, progress, bulk);
    ticking(other, new KafkaProgressReader(other.connection()), interactive);

    List<RawLocation> kept = submitter.submit(Lane.INTERACTIVE, 4);
    await().atMost(SOON).until(() -> seen.all().size() == kept.size());
    Instant last = seen.all().stream().map(LaneGroupIT::last).max(Instant::compareTo).orElseThrow();

    await().atMost(Duration.ofSeconds(8)).until(() -> !progress.current().horizon().isBefore(last));
    shouldBecomeQuiet(progress);
  }

  @Test
  void shouldNotTickWhereNothingWasEverAppended() {
    TestStream stream = closing(TestStream.open(engines));
    KafkaProgressReader progress = new KafkaProgressReader(stream.connection());
    LaneConsumer bulk = start(stream, Lane.BULK, seen);
    ticking(stream, progress, bulk);
    await().atMost(SOON).until(() -> bulk.owned().equals(Set.of(0, 1, 2)));

    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> ends(progress.current()) == 0);
    assertThat(progress.current().horizon()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void shouldRefuseTheCommitOfAProcessThatWasTakenForDead() throws Exception {
    TestStream stuck = closing(TestStream.open(engines, Duration.ofSeconds(3)));
    TestStream taking = closing(stuck.another());
    Submitter submitter = new Submitter(closing(new KafkaReportLog(taking.connection())));
    KafkaProgressReader progress = new KafkaProgressReader(taking.connection());
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    AtomicBoolean wokeUp = new AtomicBoolean();
    Seen ofZombie = new Seen();
    submitter.submit(Lane.BULK, 30);
    LaneConsumer zombie =
        start(
            stuck,
            Lane.BULK,
            batch -> {
              ofZombie.take(batch);
              if (!wokeUp.getAndSet(true)) {
                working.countDown();
                waitFor(mayGoOn);
              }
            });
    working.await();
    int first = ofZombie.all().size();

    LaneConsumer living = start(taking, Lane.BULK, seen);
    await().atMost(SOON).until(() -> living.owned().size() == 3);
    submitter.submit(Lane.BULK, 30);
    await().atMost(SOON).until(() -> seen.rawIds().size() == 60);
    await().atMost(SOON).until(() -> progress.current().lag(Lane.BULK) == 0);
    Progresses before = progress.current();

    mayGoOn.countDown();
    await().atMost(SOON).until(() -> !zombie.owned().isEmpty());

    assertThat(progress.current().partitions()).isEqualTo(before.partitions());
    assertThat(stuck.counted("tocsin.stream.consumed")).isZero();
    assertThat(ofZombie.all()).hasSize(first);
    assertThat(seen.added()).containsAllEntriesOf(ofZombie.added());
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing is appended any more, and everything was read. */
  private static void shouldBecomeQuiet(KafkaProgressReader progress) {
    await()
        .atMost(SOON)
        .until(() -> {
          long before = ends(progress.current());
          long later = later(progress);
          return before == later && progress.current().lag(Lane.BULK) == 0;
        });
  }

  private static long later(KafkaProgressReader progress) {
    Instant until = Instant.now().plusSeconds(3);
    await().atMost(SOON).until(() -> Instant.now().isAfter(until));
    return ends(progress.current());
  }

  private static long ends(Progresses progresses) {
    return progresses.partitions().values().stream()
        .flatMap(List::stream)
        .mapToLong(Progress::end)
        .sum();
  }

  private static Set<Integer> partitions(List<ReceivedRecord> received) {
    return received.stream().map(one -> one.location().partition()).collect(Collectors.toSet());
  }

  private static int owned(LaneConsumer one, LaneConsumer other) {
    return one.owned().size() + other.owned().size();
  }

  private static Instant last(ReceivedRecord received) {
    return received.added().plusNanos(1_000L * (received.raw().records() - 1));
  }

  private void ticking(TestStream stream, KafkaProgressReader progress, LaneConsumer... consumers) {
    closing(new LaneTicker(stream.connection(), progress, List.of(consumers))).start();
  }

  private LaneConsumer start(TestStream stream, Lane lane, LaneStep step) {
    LaneConsumer consumer = closing(new LaneConsumer(stream.connection(), lane, step));
    consumer.start();
    return consumer;
  }

  private <T extends AutoCloseable> T closing(T one) {
    open.add(one);
    return one;
  }

  /** Looks whether a committed watermark ever falls back, as others would see it. */
  private static final class Watch implements Runnable {
    private final LaneOffsets offsets;
    private final long[] highest = new long[3];
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean fellBack = new AtomicBoolean();

    Watch(TestStream stream) {
      this.offsets = new LaneOffsets(stream.connection());
    }

    @Override
    public void run() {
      while (!ended.get()) {
        List<PartitionState> states = offsets.read().get(Lane.BULK);
        for (int partition = 0; partition < highest.length; partition++) {
          long added = states.get(partition).watermark().added();
          fellBack.compareAndSet(false, added < highest[partition]);
          highest[partition] = added;
        }
      }
    }

    void end() {
      ended.set(true);
    }

    boolean fellBack() {
      return fellBack.get();
    }
  }
}
