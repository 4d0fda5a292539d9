package org.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCollectorsTest {
  private static final String LIST = "#ip\n192.0.2.1\n";
  private static final String FEED = "sensors";

  @TempDir Path folder;
  private FeedBench bench;
  private FeedCollectors collectors;

  @BeforeEach
  void begin() throws IOException {
    bench = new FeedBench(folder);
  }

  @AfterEach
  void end() {
    collectors.stop();
    bench.close();
  }

  @Test
  void shouldFetchAtItsStartAndThenOnSchedule() {
    bench.files.put("/list.csv", LIST);
    start("PT0.05S");

    await().until(() -> bench.asked.size() >= 3);

    await().until(() -> standing().state() == FeedState.WAITING);
    assertThat(standing().memory().lastReceipt()).isNotNull();
    assertThat(standing().memory().records()).isEqualTo(1);
    assertThat(standing().lastError()).isNull();
  }

  @Test
  void shouldGoOnAfterEveryFailureAndSayWhatFailed() {
    start("PT1H");
    await().until(() -> standing().failures() >= 3);
    assertThat(standing().state()).isIn(FeedState.FAILING, FeedState.FETCHING);
    assertThat(standing().lastError())
        .isEqualTo("The server answers with an error. It answered with status 404.");
    assertThat(standing().lag(Instant.now().plusSeconds(60))).isGreaterThan(Duration.ofSeconds(50));

    bench.files.put("/list.csv", LIST);
    await().until(() -> standing().state() == FeedState.WAITING);
    assertThat(standing().failures()).isZero();
    assertThat(standing().lastError()).isNull();
  }

  @Test
  void shouldSurviveWhatNobodyExpects() {
    bench.files.put("/list.csv", LIST);
    bench.ingest.log.damaged(true);
    start("PT1H");
    await().until(() -> standing().failures() >= 2);
    assertThat(standing().lastError()).isEqualTo("It failed for a reason that is in the log.");

    bench.ingest.log.damaged(false);
    await().until(() -> standing().state() == FeedState.WAITING);
  }

  @Test
  void shouldWaitWhileReportsCanNotBeKept() {
    bench.files.put("/list.csv", LIST);
    bench.ingest.log.down(true);
    start("PT1H");

    await().until(() -> standing().failures() == 1);
    assertThat(standing().lastError()).contains("can not be stored just now");
    assertThat(standing().next()).isAfter(Instant.now().plusSeconds(4));
  }

  @Test
  void shouldStayPausedAfterARestartAndFetchWhenTold() {
    bench.files.put("/list.csv", LIST);
    start("PT0.05S");
    await().until(() -> standing().memory().lastReceipt() != null);

    assertThat(collectors.pause(FEED)).isTrue();
    await().until(() -> standing().state() == FeedState.PAUSED);
    collectors.stop();
    int asked = bench.asked.size();
    start("PT0.05S");
    assertThat(standing().state()).isEqualTo(FeedState.PAUSED);
    assertThat(standing().memory().records()).isEqualTo(1);

    assertThat(collectors.runNow(FEED)).isTrue();
    await().until(() -> bench.asked.size() == asked + 1);
    await().until(() -> standing().state() == FeedState.PAUSED);

    assertThat(collectors.resume(FEED)).isTrue();
    await().until(() -> bench.asked.size() >= asked + 3);
  }

  @Test
  void shouldNotFetchAgainAtARestartWhatIsNotDue() {
    bench.files.put("/list.csv", LIST);
    start("PT1H");
    await().until(() -> standing().memory().lastSuccess() != null);
    collectors.stop();

    start("PT1H");

    assertThat(standing().state()).isEqualTo(FeedState.WAITING);
    await().until(() -> standing().next() != null);
    assertThat(standing().next()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    assertThat(bench.asked).hasSize(1);
  }

  @Test
  void shouldListFeedsThatAreOffAndNeverFetchThem() {
    collectors =
        new FeedCollectors(
            FeedCatalog.read(null, Set.of()),
            bench::way,
            bench.memories,
            bench.settings,
            InstantSource.system());
    collectors.start();

    assertThat(collectors.standings()).hasSizeGreaterThan(20);
    assertThat(collectors.standings()).extracting(FeedStanding::state).containsOnly(FeedState.OFF);
    assertThat(
            List.of(
                collectors.pause("urlhaus"),
                collectors.runNow("urlhaus"),
                collectors.resume("none")))
        .containsOnly(false);
    assertThat(collectors.isRunning()).isFalse();
  }

  @Test
  void shouldMeasureEveryFeedThatIsOn() {
    bench.files.put("/list.csv", LIST);
    start("PT1H");
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    FeedMetrics.bind(collectors, registry, InstantSource.system());

    await().until(() -> registry.get("tocsin.feed.records").functionCounter().count() == 1);
    assertThat(registry.get("tocsin.feed.failures").tag("feed", FEED).gauge().value()).isZero();
    collectors.pause(FEED);
    await().until(() -> registry.get("tocsin.feed.paused").gauge().value() == 1);
  }

  private void start(String schedule) {
    collectors = bench.collectors(bench.feed(WayIn.URL, "/list.csv", "rows", schedule, null));
    collectors.start();
  }

  private FeedStanding standing() {
    return collectors.standing(FEED).orElseThrow();
  }
}
