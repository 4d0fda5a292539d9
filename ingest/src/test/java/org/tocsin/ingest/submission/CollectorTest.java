package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tocsin.ingest.IngestBench.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.framing.Slice;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.stream.StreamUnavailableException;

class CollectorTest {
  @TempDir Path spool;
  private IngestBench bench;
  private Collector collector;

  @BeforeEach
  void begin() {
    bench = new IngestBench(spool);
    collector = bench.collector();
  }

  @Test
  void shouldSealASubmissionWithItsCountsAndHash() {
    byte[] table = Bytes.table(1_234);

    Receipt receipt = collector.collect(new ByteArrayInputStream(table), request());

    assertThat(receipt.records()).isEqualTo(1_234);
    assertThat(receipt.bytes()).isEqualTo(table.length);
    assertThat(receipt.sha256()).isEqualTo(Bytes.sha256(table));
    assertThat(receipt.format()).isEqualTo("rows");
    assertThat(bench.log.submissions())
        .extracting(Submission::state)
        .containsExactly(State.OPENED, State.SEALED);
    Submission sealed = bench.log.last();
    assertThat(sealed.receipt()).isEqualTo(receipt.id());
    assertThat(sealed.records()).isEqualTo(1_234);
    assertThat(sealed.bytes()).isEqualTo(table.length);
    assertThat(sealed.sha256()).isEqualTo(receipt.sha256());
    assertThat(sealed.openedAt()).isEqualTo(IngestBench.NOW);
    assertThat(sealed.fault()).isNull();
    assertThat(sealed.frames())
        .containsExactly(new Frame(0, 0, 500), new Frame(0, 1, 500), new Frame(0, 2, 234));
    assertThat(bench.log.bytesOf(receipt.id())).isEqualTo(table);
  }

  @Test
  void shouldNumberRawRecordsAndCarryWhatIsKnown() {
    collector.collect(new ByteArrayInputStream(Bytes.table(1_000)), request());

    List<RawRecord> raws = bench.log.raws();
    assertThat(raws).extracting(RawRecord::number).containsExactly(0, 1);
    RawRecord second = raws.get(1);
    assertThat(second.origin()).isEqualTo(new Origin("shadowserver", "reports"));
    assertThat(second.submitter()).isEqualTo("ann");
    assertThat(second.name()).isEqualTo("a.csv");
    assertThat(second.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(second.loosest()).isEqualTo(Tlp.GREEN);
    assertThat(second.collectedAt()).isEqualTo(IngestBench.NOW);
    assertThat(second.firstLine()).isEqualTo(502);
    assertThat(second.preamble()).isEqualTo(Bytes.utf8("#time,ip,port,text\n"));
  }

  @Test
  void shouldAnswerOnlyOnceEverythingIsAcknowledged() {
    bench.log.hold();
    CompletableFuture<Receipt> answer =
        CompletableFuture.supplyAsync(
            () -> collector.collect(new ByteArrayInputStream(Bytes.table(1_500)), request()),
            Thread::startVirtualThread);
    await().until(() -> bench.log.heldUp() == 3);
    bench.log.release(2);

    assertThat(bench.log.last().state()).isEqualTo(State.OPENED);
    assertThat(answer).isNotDone();

    bench.log.release(1);
    assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
    assertThat(bench.log.last().state()).isEqualTo(State.SEALED);
  }

  @Test
  void shouldAbortWhatBreaksOffAndCountWhatIsKept() {
    InputStream broken = new SequenceInputStream(stream(Bytes.table(3_000)), new Broken());

    assertRefused(
        () -> collector.collect(broken, request(null, false, 9_000_000)), Refusal.INCOMPLETE);

    Submission aborted = bench.log.last();
    assertThat(aborted.state()).isEqualTo(State.ABORTED);
    assertThat(aborted.fault()).startsWith("incomplete: ");
    assertThat(aborted.sha256()).isNull();
    assertThat(aborted.records())
        .isEqualTo(aborted.frames().stream().mapToInt(Frame::records).sum())
        .isEqualTo(bench.log.raws().stream().mapToInt(RawRecord::records).sum())
        .isPositive();
  }

  @Test
  void shouldWriteNothingButACountOfWhatBreaksOffAtOnce() {
    InputStream broken = new SequenceInputStream(stream(Bytes.table(10)), new Broken());

    assertRefused(() -> collector.collect(broken, request()), Refusal.INCOMPLETE);

    assertThat(bench.log.submissions()).isEmpty();
    assertThat(
            bench
                .meters
                .get("tocsin.submissions.refused")
                .tag("provider", "shadowserver")
                .tag("reason", "incomplete")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void shouldAbortWhenARecordIsNotAcknowledged() {
    bench.log.failFrom(2);

    assertThatThrownBy(() -> collector.collect(stream(Bytes.table(2_000)), request()))
        .isInstanceOfSatisfying(
            StreamUnavailableException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));

    Submission aborted = bench.log.last();
    assertThat(aborted.state()).isEqualTo(State.ABORTED);
    assertThat(aborted.fault()).isEqualTo("log-unavailable");
    assertThat(aborted.records()).isEqualTo(1_000);
    assertThat(aborted.frames()).hasSize(2);
  }

  @Test
  void shouldWriteNothingWhenTheLogIsDown() {
    bench.log.down(true);

    assertThatThrownBy(() -> collector.collect(stream(Bytes.table(10)), request()))
        .isInstanceOf(StreamUnavailableException.class);

    assertThat(bench.log.submissions()).isEmpty();
    assertThat(bench.log.raws()).isEmpty();
  }

  @Test
  void shouldNotSealWhatTheFramerLost() {
    bench.formats = (request, head) -> new Reading("rows", in -> new Losing(Framing.ROWS.over(in)));

    assertThatThrownBy(() -> collector.collect(stream(Bytes.table(5)), request()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("framed");

    assertThat(bench.log.last().state()).isEqualTo(State.ABORTED);
    assertThat(bench.log.last().fault()).isEqualTo("internal-error");
  }

  @Test
  void shouldRefuseAnEmptySubmission() {
    assertRefused(() -> collector.collect(stream(new byte[0]), request()), Refusal.EMPTY);
    assertThat(bench.log.submissions()).isEmpty();
  }

  @Test
  void shouldKeepWhatNothingRecognisesAsOneRecord() {
    byte[] bytes = Bytes.utf8("\u0000\u0001 nobody\nknows\nthis");

    Receipt receipt = collector.collect(stream(bytes), request());

    assertThat(receipt.format()).isEqualTo(RawRecord.UNKNOWN_FORMAT);
    assertThat(receipt.records()).isEqualTo(1);
    assertThat(bench.log.bytesOf(receipt.id())).isEqualTo(bytes);
  }

  @Test
  void shouldReadItAsTheFormatItIsSaidToBe() {
    Receipt receipt = collector.collect(stream(Bytes.table(3)), request().as("document"));

    assertThat(receipt.format()).isEqualTo("document");
    assertThat(receipt.records()).isEqualTo(1);
  }

  @Test
  void shouldNameTheFormatsThereAreWhenAskedForAnother() {
    assertThatThrownBy(() -> collector.collect(stream(Bytes.table(3)), request().as("xml")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.refusal()).isEqualTo(Refusal.UNKNOWN_FORMAT);
              assertThat(e.detail()).isEqualTo("Formats are: rows, document, bundle.");
            });
  }

  @Test
  void shouldRefuseARecordThatDoesNotFit() {
    InputStream tooLarge =
        new SequenceInputStream(stream(Bytes.utf8("{")), Bytes.zeros(Framer.MAX_RAW_RECORD));

    assertRefused(() -> collector.collect(tooLarge, request()), Refusal.TOO_LARGE);

    assertThat(bench.log.last().state()).isEqualTo(State.ABORTED);
    assertThat(bench.log.raws()).isEmpty();
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void shouldChooseTheLaneBySenderAndSize() {
    byte[] small = Bytes.table(10);
    byte[] large = Bytes.table(30_000);
    assertThat(large.length).isGreaterThan(1024 * 1024);

    assertThat(laneOf(small, false, -1)).isEqualTo(Lane.INTERACTIVE);
    assertThat(laneOf(small, false, small.length)).isEqualTo(Lane.INTERACTIVE);
    assertThat(laneOf(small, true, small.length)).isEqualTo(Lane.BULK);
    assertThat(laneOf(large, false, large.length)).isEqualTo(Lane.BULK);
    assertThat(laneOf(large, false, -1)).isEqualTo(Lane.BULK);
  }

  @Test
  void shouldSendBulkAwayWhileTriageLagsAndTakeTheRest() {
    bench.bulkWait = Optional.of(Duration.ofSeconds(9));

    assertThatThrownBy(() -> collector.collect(stream(Bytes.table(10)), request(null, true, -1)))
        .isInstanceOfSatisfying(
            RetryableRefusalException.class,
            e -> {
              assertThat(e.refusal()).isEqualTo(Refusal.LANE_FULL);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(9));
            });
    assertThat(bench.log.submissions()).isEmpty();

    assertThat(collector.collect(stream(Bytes.table(10)), request()).records()).isEqualTo(10);
  }

  @Test
  void shouldCountEachAttemptOnce() {
    collector.collect(stream(Bytes.table(10)), request());
    collector.collect(stream(Bytes.table(20)), request());
    InputStream broken = new SequenceInputStream(stream(Bytes.table(3_000)), new Broken());
    assertRefused(
        () -> collector.collect(broken, request(null, false, 9_000_000)), Refusal.INCOMPLETE);

    assertThat(count("tocsin.submissions.opened")).isEqualTo(3);
    assertThat(count("tocsin.submissions.sealed")).isEqualTo(2);
    assertThat(count("tocsin.submissions.aborted")).isEqualTo(1);
    assertThat(bench.meters.get("tocsin.submissions.open").gauge().value()).isZero();
    assertThat(count("tocsin.records.collected")).isEqualTo(30);
    assertThat(count("tocsin.bytes.collected"))
        .isEqualTo(Bytes.table(10).length + Bytes.table(20).length);
  }

  private Lane laneOf(byte[] bytes, boolean machine, long length) {
    int before = bench.log.lanes().size();
    collector.collect(stream(bytes), request(null, machine, length));
    List<Lane> lanes = bench.log.lanes().subList(before, bench.log.lanes().size());
    assertThat(lanes).containsOnly(lanes.getFirst());
    assertThat(bench.log.last().lane()).isEqualTo(lanes.getFirst());
    return lanes.getFirst();
  }

  private double count(String counter) {
    return bench.meters.get(counter).tag("provider", "shadowserver").counter().count();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  static void assertRefused(Runnable action, Refusal refusal) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  /** A stream that breaks off. */
  static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }
  }

  /** A framer that drops the last byte of each slice. */
  private record Losing(Framer framer) implements Framer {
    @Override
    public Optional<Slice> next() throws IOException {
      return framer
          .next()
          .map(slice -> {
            byte[] bytes = new byte[slice.bytes().length - 1];
            IntStream.range(0, bytes.length).forEach(i -> bytes[i] = slice.bytes()[i]);
            return new Slice(slice.preamble(), bytes, slice.firstLine(), slice.records());
          });
    }
  }
}
