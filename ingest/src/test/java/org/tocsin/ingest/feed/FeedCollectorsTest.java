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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.KnownFormats;
import org.tocsin.store.StoreUnavailableException;

class FeedCollectorsTest {
  private static final String LIST = "#ip\n192.0.2.1\n";
  private static final String FEED = "sensors";
  private static final Set<String> FORMATS = Set.copyOf(KnownFormats.all().names());

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
  void shouldWaitAsLongAsItWasAskedToAlsoAfterARestart() {
    bench.files.put("/list.csv", LIST);
    bench.ingest.log.down(true);
    start("PT1H");
    await().until(() -> standing().failures() == 1);
    Instant next = standing().next();
    collectors.stop();
    bench.ingest.log.down(false);

    start("PT1H");

    await().until(() -> standing().next() != null);
    assertThat(standing().next()).isAfterOrEqualTo(next.minusSeconds(1));
    assertThat(standing().failures()).isEqualTo(1);
    assertThat(standing().lastError()).contains("can not be stored just now");
  }

  @Test
  void shouldStayPausedAfterARestartAndFetchWhenTold() {
    bench.files.put("/list.csv", LIST);
    start("PT0.05S");
    await().until(() -> standing().memory().lastReceipt() != null);

    bench.pause(true);
    await().until(() -> standing().state() == FeedState.PAUSED && standing().next() == null);
    collectors.stop();
    int asked = bench.asked.size();
    collectors.start();
    await().until(() -> collectors.runNow(FEED));
    await().until(() -> bench.asked.size() == asked + 1);
    assertThat(standing().memory().records()).isEqualTo(1);
    await().until(() -> standing().state() == FeedState.PAUSED);

    bench.pause(false);
    await().until(() -> bench.asked.size() >= asked + 3);
  }

  @Test
  void shouldFollowWhatIsDecidedWithoutARestart() {
    bench.files.put("/list.csv", LIST);
    bench.files.put("/other.csv", LIST + "192.0.2.9\n");
    start("PT1H");
    await().until(() -> standing().memory().lastReceipt() != null);

    bench.known = List.of(KnownFeed.of(bench.feed(WayIn.URL, "/other.csv", "rows", "PT1H", null)));
    await().until(() -> bench.asked.contains("/other.csv"));
    await().until(() -> standing().memory().records() == 3);

    decide(one -> new KnownFeed(one.definition(), false, true, true, false, null));
    await().until(() -> standing().state() == FeedState.OFF);
    await().until(() -> !collectors.runNow(FEED));
  }

  @Test
  void shouldFetchNothingAsLongAsNothingIsKnownOfWhatWasDecided() {
    AtomicInteger looks = new AtomicInteger();
    collectors =
        new FeedCollectors(
            () -> {
              looks.incrementAndGet();
              throw new StoreUnavailableException("down", new IllegalStateException());
            },
            new Secrets(key -> key),
            bench::way,
            bench.memories,
            bench.settings,
            InstantSource.system());
    collectors.start();

    await().until(() -> looks.get() >= 2);
    assertThat(collectors.standings()).isEmpty();
    assertThat(bench.asked).isEmpty();
  }

  @Test
  void shouldSayWhichSecretIsMissingInsteadOfFetchingWithout() {
    FeedSecret secret = new FeedSecret("Authorization", "tocsin.feeds.secrets.none", "");
    KnownFeed feed = KnownFeed.of(bench.feed(WayIn.URL, "/list.csv", "rows", "PT1H", secret));
    collectors =
        new FeedCollectors(
            () -> List.of(feed),
            new Secrets(key -> null),
            bench::way,
            bench.memories,
            bench.settings,
            InstantSource.system());
    collectors.start();

    await().until(() -> collectors.standing(FEED).isPresent());
    assertThat(standing().state()).isEqualTo(FeedState.UNUSABLE);
    assertThat(standing().lastError()).contains("secret").doesNotContain("none");
    assertThat(bench.asked).isEmpty();
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
    FeedCatalog catalog = FeedCatalog.of(null, FORMATS);
    collectors =
        new FeedCollectors(
            () -> catalog.after(List.of()),
            new Secrets(key -> key),
            bench::way,
            bench.memories,
            bench.settings,
            InstantSource.system());
    collectors.start();

    await().until(() -> !collectors.standings().isEmpty());
    assertThat(collectors.standings()).hasSizeGreaterThan(20);
    assertThat(collectors.standings()).extracting(FeedStanding::state).containsOnly(FeedState.OFF);
    assertThat(collectors.runNow("urlhaus")).isFalse();
  }

  @Test
  void shouldMeasureEveryFeedThatIsOn() {
    bench.files.put("/list.csv", LIST);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    collectors = bench.collectors(bench.feed(WayIn.URL, "/list.csv", "rows", "PT1H", null));
    FeedMetrics.bind(collectors, registry, InstantSource.system());
    collectors.start();

    await()
        .ignoreExceptions()
        .until(() -> registry.get("tocsin.feed.records").functionCounter().count() == 1);
    assertThat(registry.get("tocsin.feed.failures").tag("feed", FEED).gauge().value()).isZero();
    bench.pause(true);
    await().until(() -> registry.get("tocsin.feed.paused").gauge().value() == 1);
  }

  private void start(String schedule) {
    collectors = bench.collectors(bench.feed(WayIn.URL, "/list.csv", "rows", schedule, null));
    collectors.start();
    await().until(() -> collectors.standing(FEED).isPresent());
  }

  private void decide(UnaryOperator<KnownFeed> change) {
    bench.known = bench.known.stream().map(change).toList();
  }

  private FeedStanding standing() {
    return collectors.standing(FEED).orElseThrow();
  }
}
