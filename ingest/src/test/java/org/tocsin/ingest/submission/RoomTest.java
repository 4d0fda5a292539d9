package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tocsin.ingest.IngestBench.request;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;

class RoomTest {
  private static final int MIB = 1024 * 1024;

  @TempDir Path spool;
  private IngestBench bench;

  @BeforeEach
  void begin() {
    bench = new IngestBench(spool);
  }

  @Test
  void shouldNotHaveMoreThanItsWindowInFlight() {
    room(8, 1, 32 * MIB, 100_000, Duration.ofMinutes(1));
    bench.log.hold();
    byte[] table = Bytes.table(20_000);
    CompletableFuture<Receipt> answer = collecting(bench.collector(), table);

    releaseUntilDone(List.of(answer));

    assertThat(answer.join().bytes()).isEqualTo(table.length);
    assertThat(bench.log.mostHeldBytes()).isLessThanOrEqualTo(100_000).isGreaterThan(50_000);
  }

  @Test
  void shouldNotHaveMoreInFlightTogetherThanThereIsRoom() {
    room(8, 1, 120_000, 100_000, Duration.ofMinutes(1));
    bench.log.hold();
    Collector collector = bench.collector();
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      answers.add(collecting(collector, Bytes.table(10_000)));
    }

    releaseUntilDone(answers);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().records()).isEqualTo(10_000));
    assertThat(bench.log.mostHeldBytes()).isLessThanOrEqualTo(120_000).isGreaterThan(50_000);
  }

  @Test
  void shouldHoldOneLargeRecordAtATime() {
    room(50, 1, 32 * MIB, 16 * MIB, Duration.ofMinutes(1));
    bench.log.hold();
    Collector collector = bench.collector();
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> collector.collect(document(3 * MIB), request()), Thread::startVirtualThread));
    }

    await().until(() -> bench.log.heldUp() == 1);
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> bench.log.heldUp() == 1);
    releaseUntilDone(answers);

    assertThat(bench.log.mostHeldBytes()).isEqualTo(3 * MIB);
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().bytes()).isEqualTo(3 * MIB));
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void shouldNotLetASlowLargeSubmissionKeepOthersWaiting() {
    room(50, 1, 32 * MIB, 16 * MIB, Duration.ofMinutes(1));
    Collector collector = bench.collector();
    Stalled stalled = new Stalled();
    CompletableFuture<Receipt> slow =
        CompletableFuture.supplyAsync(
            () -> collector.collect(new SequenceInputStream(document(3 * MIB), stalled), request()),
            Thread::startVirtualThread);
    await().until(() -> stalled.waiting);

    assertThat(collector.collect(document(5 * MIB), request()).bytes()).isEqualTo(5 * MIB);

    stalled.end.complete(null);
    assertThat(slow).succeedsWithin(Duration.ofSeconds(10));
    assertThat(slow.join().bytes()).isEqualTo(3 * MIB);
  }

  @Test
  void shouldAskToComeAgainWhenAllPlacesAreTaken() {
    room(1, 1, 32 * MIB, 16 * MIB, Duration.ofMillis(50));
    bench.log.hold();
    Collector collector = bench.collector();
    CompletableFuture<Receipt> first = collecting(collector, Bytes.table(1));
    await().until(() -> bench.log.heldUp() == 1);

    assertThatThrownBy(() -> collector.collect(new ByteArrayInputStream(Bytes.table(1)), request()))
        .isInstanceOfSatisfying(
            RetryableRefusalException.class,
            e -> {
              assertThat(e.refusal()).isEqualTo(Refusal.BUSY);
              assertThat(e.retryAfter()).isPositive();
            });

    releaseUntilDone(List.of(first));
    bench.log.release(Integer.MAX_VALUE);
    CompletableFuture<Receipt> next = collecting(collector, Bytes.table(1));
    releaseUntilDone(List.of(next));
    assertThat(next.join().records()).isEqualTo(1);
  }

  @Test
  void shouldKeepPlacesForPeople() {
    room(4, 1, 32 * MIB, 16 * MIB, Duration.ofMillis(50));
    Collector collector = bench.collector();
    List<Stalled> feeds = new ArrayList<>();
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Stalled feed = new Stalled();
      feeds.add(feed);
      answers.add(
          CompletableFuture.supplyAsync(
              () ->
                  collector.collect(
                      new SequenceInputStream(new ByteArrayInputStream(Bytes.table(1)), feed),
                      request(null, true, -1)),
              Thread::startVirtualThread));
    }
    await().until(() -> feeds.stream().allMatch(feed -> feed.waiting));

    assertThatThrownBy(() ->
            collector.collect(new ByteArrayInputStream(Bytes.table(1)), request(null, true, -1)))
        .isInstanceOf(RetryableRefusalException.class);
    assertThat(collector.collect(new ByteArrayInputStream(Bytes.table(2)), request()).records())
        .isEqualTo(2);

    feeds.forEach(feed -> feed.end.complete(null));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().records()).isEqualTo(1));
  }

  @Test
  void shouldGiveItsRoomBackWhenTheLogFails() {
    room(1, 1, 120_000, 100_000, Duration.ofMillis(200));
    Collector collector = bench.collector();
    bench.log.failFrom(1);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
          () -> collector.collect(new ByteArrayInputStream(Bytes.table(5_000)), request()));
    }
    bench.log.failFrom(Integer.MAX_VALUE);

    Receipt receipt = collector.collect(new ByteArrayInputStream(Bytes.table(5_000)), request());

    assertThat(receipt.records()).isEqualTo(5_000);
  }

  private void room(int places, int large, long inFlight, long window, Duration patience) {
    bench.room = new RoomLimits(places, large, inFlight, window, patience);
  }

  private void releaseUntilDone(List<CompletableFuture<Receipt>> answers) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> {
          bench.log.release(1);
          return answers.stream().allMatch(CompletableFuture::isDone);
        });
  }

  private static CompletableFuture<Receipt> collecting(Collector collector, byte[] bytes) {
    return CompletableFuture.supplyAsync(
        () -> collector.collect(new ByteArrayInputStream(bytes), request()),
        Thread::startVirtualThread);
  }

  private static InputStream document(int size) {
    return new SequenceInputStream(
        new ByteArrayInputStream(Bytes.utf8("{")), Bytes.zeros(size - 1L));
  }

  /** A stream that has nothing to say until it ends. */
  private static final class Stalled extends InputStream {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean waiting;

    @Override
    public int read() {
      waiting = true;
      end.join();
      return -1;
    }
  }
}
