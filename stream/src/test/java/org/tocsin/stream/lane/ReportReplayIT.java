package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.Seen;
import org.tocsin.stream.Submitter;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.report.KafkaReportLog;

@UseEngines(EngineKind.KAFKA)
class ReportReplayIT {
  private static final Duration SOON = Duration.ofSeconds(40);

  private record Step(long read, long total) {}

  private final List<Step> steps = new ArrayList<>();
  private TestStream stream;
  private KafkaReportLog log;
  private Submitter submitter;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaReportLog(stream.connection());
    submitter = new Submitter(log);
  }

  @AfterEach
  void close() {
    log.close();
    stream.close();
  }

  @Test
  void shouldGiveTheSameTimesAsTheConsumersDidTicksAmongThem() {
    Seen live = new Seen();
    KafkaProgressReader progress = new KafkaProgressReader(stream.connection());
    try (LaneConsumer bulk = new LaneConsumer(stream.connection(), Lane.BULK, live);
        LaneConsumer interactive = new LaneConsumer(stream.connection(), Lane.INTERACTIVE, live);
        LaneTicker ticker =
            new LaneTicker(stream.connection(), progress, List.of(bulk, interactive))) {
      bulk.start();
      interactive.start();
      ticker.start();
      for (int n = 0; n < 4; n++) {
        submitter.submit(n % 2 == 0 ? Lane.BULK : Lane.INTERACTIVE, 40 + n);
        double ticks = stream.counted("tocsin.stream.ticks");
        await().atMost(SOON).until(() -> stream.counted("tocsin.stream.ticks") >= ticks + 3);
      }
      await().atMost(SOON).until(() -> live.rawIds().size() == 166);
    }

    Seen again = new Seen();
    long taken = replay().run(again, this::note);

    assertThat(taken).isEqualTo(166);
    assertThat(again.all()).hasSize(166);
    assertThat(again.added()).isEqualTo(live.added());
    assertThat(steps.getLast().read()).isEqualTo(steps.getLast().total());
    assertThat(steps).extracting(Step::read).isSorted();
  }

  @Test
  void shouldGoOnWhereItStoppedUntilItHasCaughtUp() {
    ReportReplay replay = replay();
    Seen seen = new Seen();
    submitter.submit(Lane.BULK, 10);
    assertThat(replay.run(seen, this::note)).isEqualTo(10);
    submitter.submit(Lane.INTERACTIVE, 5);
    submitter.submit(Lane.BULK, 7);

    assertThat(replay.run(seen, this::note)).isEqualTo(12);
    assertThat(replay.run(seen, this::note)).isZero();

    Seen whole = new Seen();
    replay().run(whole, this::note);
    assertThat(seen.all()).hasSize(22);
    assertThat(seen.added()).isEqualTo(whole.added());
  }

  @Test
  void shouldBeginWithTheBatchThatFailed() {
    ReportReplay replay = replay();
    submitter.submit(Lane.BULK, 200);
    Seen seen = new Seen();
    AtomicInteger calls = new AtomicInteger();

    assertThatIllegalStateException()
        .isThrownBy(() ->
            replay.run(
                batch -> {
                  if (calls.incrementAndGet() == 3) {
                    throw new IllegalStateException("no room");
                  }
                  seen.take(batch);
                },
                this::note));
    replay.run(seen, this::note);

    assertThat(seen.all()).hasSize(200);
    assertThat(seen.rawIds()).hasSize(200);
  }

  private ReportReplay replay() {
    return new ReportReplay(stream.connection());
  }

  private void note(long read, long total) {
    steps.add(new Step(read, total));
  }
}
