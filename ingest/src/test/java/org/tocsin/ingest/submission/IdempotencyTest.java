package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tocsin.ingest.IngestBench.keyed;
import static org.tocsin.ingest.IngestBench.request;
import static org.tocsin.ingest.submission.CollectorTest.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Slot;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.stream.StreamUnavailableException;

class IdempotencyTest {
  private static final byte[] TABLE = Bytes.table(700);

  @TempDir Path spool;
  private IngestBench bench;
  private Collector collector;

  @BeforeEach
  void begin() {
    bench = new IngestBench(spool);
    collector = bench.collector();
  }

  @Test
  void shouldGiveTheSameReceiptAgainAndWriteNothing() {
    Receipt first = collector.collect(table(), keyed("k"));
    int raws = bench.log.raws().size();
    int states = bench.log.submissions().size();

    Receipt again = collector.collect(table(), keyed("k"));

    assertThat(again).isEqualTo(first);
    assertThat(first.id()).isEqualTo(IngestBench.NAMESPACE.receipt("ann", "k"));
    assertThat(bench.log.raws()).hasSize(raws);
    assertThat(bench.log.submissions()).hasSize(states);
    assertThat(bench.meters.get("tocsin.submissions.repeated").counter().count()).isEqualTo(1);
    assertThat(bench.meters.get("tocsin.submissions.opened").counter().count()).isEqualTo(1);
  }

  @Test
  void shouldRefuseOtherBytesUnderTheSameKey() {
    collector.collect(table(), keyed("k"));

    assertRefused(
        () -> collector.collect(stream(Bytes.table(701)), keyed("k")), Refusal.KEY_REUSED);
    assertThat(bench.log.last().records()).isEqualTo(700);
  }

  @Test
  void shouldRefuseAnotherFeedUnderTheSameKey() {
    collector.collect(table(), keyed("k"));
    SubmissionRequest other =
        new SubmissionRequest(
            "ann",
            new Terms(new Origin("shadowserver", "other"), Tlp.AMBER, Tlp.GREEN),
            false,
            null,
            null,
            null,
            -1,
            "k",
            0);

    assertRefused(() -> collector.collect(table(), other), Refusal.KEY_REUSED);
  }

  @Test
  void shouldKnowReceiptsOfTheLastDayAfterARestart() {
    Receipt first = collector.collect(table(), keyed("k"));

    assertThat(bench.collector().collect(table(), keyed("k"))).isEqualTo(first);
    assertRefused(
        () -> bench.collector().collect(stream(Bytes.table(1)), keyed("k")), Refusal.KEY_REUSED);
  }

  @Test
  void shouldKnowOlderReceiptsFromTheStore() {
    IngestBench yesterday = new IngestBench(spool);
    Receipt first = yesterday.collector().collect(table(), keyed("k"));
    bench.store.put(yesterday.log.last());

    assertThat(collector.collect(table(), keyed("k"))).isEqualTo(first);
    assertThat(bench.log.submissions()).isEmpty();
  }

  @Test
  void shouldFillTheSlotsAgainWhenTheStoreDoesNotAnswer() {
    bench.store.down();

    assertThat(collector.collect(table(), keyed("k")).records()).isEqualTo(700);
  }

  @Test
  void shouldFillTheSameSlotsAfterAnAbort() {
    byte[] table = Bytes.table(3_000);
    InputStream broken = new SequenceInputStream(stream(table), new CollectorTest.Broken());
    assertRefused(
        () -> collector.collect(broken, request("k", false, 9_000_000)), Refusal.INCOMPLETE);
    assertThat(bench.log.last().state()).isEqualTo(State.ABORTED);
    List<String> before = slots(bench.log.raws());
    assertThat(before).isNotEmpty();

    Receipt receipt = collector.collect(stream(table), keyed("k"));

    assertThat(receipt.records()).isEqualTo(3_000);
    assertThat(bench.log.last().state()).isEqualTo(State.SEALED);
    List<RawRecord> again = bench.log.raws().subList(before.size(), bench.log.raws().size());
    assertThat(slots(again)).containsAll(before).doesNotHaveDuplicates();
  }

  @Test
  void shouldFillTheSlotsOfASubmissionThatWasNeverEnded() {
    Receipt first = collector.collect(table(), keyed("k"));
    Submission opened = bench.log.submissions().getFirst();
    IngestBench restarted = new IngestBench(spool);
    restarted.log.append(opened);

    Receipt receipt = restarted.collector().collect(table(), keyed("k"));

    assertThat(receipt).isEqualTo(first);
    assertThat(slots(restarted.log.raws())).isEqualTo(slots(bench.log.raws()));
  }

  @Test
  void shouldServeTwoRequestsWithOneKeyOneAfterTheOther() {
    bench.log.hold();
    CompletableFuture<Receipt> first = collecting();
    await().until(() -> bench.log.heldUp() == 2);
    CompletableFuture<Receipt> second = collecting();
    await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(5))
        .until(() -> bench.log.heldUp() == 2 && !second.isDone());

    bench.log.release(2);

    assertThat(first).succeedsWithin(Duration.ofSeconds(10));
    assertThat(second).succeedsWithin(Duration.ofSeconds(10));
    assertThat(second.join()).isEqualTo(first.join());
    assertThat(bench.log.raws()).hasSize(2);
    assertThat(bench.log.submissions()).hasSize(2);
  }

  @Test
  void shouldGiveFilesThatCameTogetherReceiptsOfTheirOwn() {
    UUID first = keyed("k").receipt(IngestBench.NAMESPACE, "k");
    UUID second = keyed("k").numbered(1).receipt(IngestBench.NAMESPACE, "k");

    assertThat(second).isNotEqualTo(first);
    assertThat(keyed("k").numbered(1).receipt(IngestBench.NAMESPACE, "k")).isEqualTo(second);
  }

  @Test
  void shouldNotTakeWhatMayBeThereAlreadyWhileTheLogIsDown() {
    bench.log.down(true);

    assertThatThrownBy(() -> collector.collect(table(), keyed("k")))
        .isInstanceOf(StreamUnavailableException.class);
  }

  @Test
  void shouldRefuseAKeyThatIsNone() {
    for (String key : List.of("", "a\nb", "x".repeat(256))) {
      assertThatThrownBy(() -> keyed(key)).isInstanceOf(RefusedException.class);
    }
  }

  private CompletableFuture<Receipt> collecting() {
    return CompletableFuture.supplyAsync(
        () -> collector.collect(table(), keyed("k")), Thread::startVirtualThread);
  }

  private static List<String> slots(List<RawRecord> raws) {
    return raws.stream().map(raw -> Slot.rawId(raw.receipt(), raw.number())).toList();
  }

  private static InputStream table() {
    return stream(TABLE);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
