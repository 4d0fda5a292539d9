package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.ingest.IngestBench.request;
import static org.tocsin.ingest.submission.CollectorTest.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.RawRecord;

class BatchTest {
  private static final byte[] TABLE = Bytes.table(40);

  @TempDir Path spool;
  private IngestBench bench;

  @BeforeEach
  void begin() {
    bench = new IngestBench(spool);
  }

  @AfterEach
  void shouldLeaveNothingOnDisk() {
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void shouldTakeAPlainFile() {
    Receipt receipt = only(take(TABLE));

    assertThat(receipt.bytes()).isEqualTo(TABLE.length);
    assertThat(receipt.name()).isEqualTo("a.csv");
  }

  @Test
  void shouldTakeEveryFileOfAnArchiveUnderItsName() {
    byte[] other = Bytes.table(7);

    Batch batch =
        take(Bytes.zip("d/", new byte[0], "d/x.csv", TABLE, "empty", new byte[0], "y.csv", other));

    assertThat(batch.isPacked()).isTrue();
    assertThat(batch.taken()).extracting(Receipt::name).containsExactly("x.csv", "y.csv");
    assertThat(batch.taken()).extracting(Receipt::records).containsExactly(40L, 7L);
    assertThat(bench.log.bytesOf(batch.taken().get(1).id())).isEqualTo(other);
  }

  @Test
  void shouldTakeOneFileAsAListAndRefuseASecondOne() {
    Batch batch = bench.intake().batch();

    assertRefused(
        () ->
            batch.take(
                stream(Bytes.zip("x.csv", TABLE, "y.csv", TABLE)), request().of(FeedKind.LIST)),
        Refusal.BAD_PARAMETER);

    assertThat(only(batch).name()).isEqualTo("x.csv");
    assertThat(bench.log.last().kind()).isEqualTo(FeedKind.LIST);
  }

  @Test
  void shouldKeepArchivesInArchivesAsTheyAre() {
    byte[] inner = Bytes.zip("x.csv", TABLE);

    Receipt receipt = only(take(Bytes.zip("inner.zip", inner)));

    assertThat(receipt.format()).isEqualTo(RawRecord.UNKNOWN_FORMAT);
    assertThat(bench.log.bytesOf(receipt.id())).isEqualTo(inner);
  }

  @Test
  void shouldKeepABrokenArchiveAsItIs() {
    byte[] archive = Bytes.zip("x.csv", TABLE, "y.csv", TABLE);
    byte[] damaged = archive.clone();
    damaged[60] ^= 0x55;
    byte[] cut = Arrays.copyOf(archive, archive.length - 40);

    for (byte[] broken : List.of(damaged, cut)) {
      Batch batch = take(broken);

      Receipt receipt = only(batch);
      assertThat(batch.isPacked()).isFalse();
      assertThat(receipt.format()).isEqualTo(RawRecord.UNKNOWN_FORMAT);
      assertThat(receipt.records()).isEqualTo(1);
      assertThat(receipt.name()).isEqualTo("a.csv");
      assertThat(bench.log.bytesOf(receipt.id())).isEqualTo(broken);
    }
  }

  @Test
  void shouldNotOpenADocumentThatIsAnArchiveInside() {
    byte[] document = Bytes.zip("word/document.xml", TABLE);
    Batch batch = bench.intake().batch();

    batch.take(
        stream(document),
        request().file("a.docx", "application/vnd.openxmlformats-officedocument", -1));

    assertThat(bench.log.bytesOf(only(batch).id())).isEqualTo(document);
  }

  @Test
  void shouldTakeWhatIsPackedWithGzip() {
    Batch batch = bench.intake().batch();

    batch.take(stream(Bytes.gzip(TABLE)), request().file("a.csv.gz", "application/gzip", -1));

    Receipt receipt = only(batch);
    assertThat(receipt.name()).isEqualTo("a.csv");
    assertThat(receipt.sha256()).isEqualTo(Bytes.sha256(TABLE));
  }

  @Test
  void shouldTakeNothingOfAnArchiveThatIsABomb() {
    byte[] bomb = Bytes.zip("good.csv", TABLE, "bomb", new byte[64 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(100_000);

    assertRefused(() -> take(bomb), Refusal.TOO_LARGE);

    assertThat(bench.log.submissions()).isEmpty();
  }

  @Test
  void shouldReadNoMoreOfAGzipBombThanIsAllowed() {
    byte[] bomb = Bytes.gzip(Bytes.join(TABLE, Bytes.utf8("\n".repeat(64 * 1024 * 1024))));
    Batch batch = bench.intake().batch();

    assertRefused(
        () -> batch.take(stream(bomb), request().file("b.gz", null, bomb.length)),
        Refusal.TOO_LARGE);

    assertThat(batch.taken()).isEmpty();
    assertThat(bench.log.last().state()).isEqualTo(State.ABORTED);
    assertThat(bench.log.last().bytes()).isLessThanOrEqualTo(UnpackLimits.RATIO_FROM + 128 * 1024);
  }

  @Test
  void shouldRefuseMoreFilesThanAllowed() {
    bench.limits = new UnpackLimits(1 << 30, 200, 2, 1 << 20);

    assertRefused(() -> take(Bytes.zip("a", TABLE, "b", TABLE, "c", TABLE)), Refusal.TOO_LARGE);
    assertThat(bench.log.submissions()).isEmpty();

    Batch batch = bench.intake().batch();
    batch.take(stream(TABLE), request());
    batch.take(stream(TABLE), request());
    assertRefused(() -> batch.take(stream(TABLE), request()), Refusal.TOO_LARGE);
    assertThat(batch.taken()).hasSize(2);
  }

  @Test
  void shouldRefuseWhatIsLargerThanAllowed() {
    bench.limits = new UnpackLimits(1_000, 200, 10, 500);

    assertRefused(() -> take(Bytes.table(100)), Refusal.TOO_LARGE);
    assertRefused(
        () -> bench.intake().batch().take(stream(TABLE), request().file("a", null, 1_001)),
        Refusal.TOO_LARGE);
    assertThat(bench.log.raws()).isEmpty();
  }

  @Test
  void shouldRefuseAnArchiveLargerThanAllowed() {
    bench.limits = new UnpackLimits(1 << 20, 200, 10, 500);
    byte[] archive = Bytes.zip("a", Bytes.table(200));

    assertRefused(() -> take(archive), Refusal.TOO_LARGE);
    assertRefused(
        () ->
            bench.intake().batch().take(stream(archive), request().file("a", null, archive.length)),
        Refusal.TOO_LARGE);
  }

  @Test
  void shouldMakeNothingOfAnEmptyFile() {
    assertThat(take(new byte[0]).taken()).isEmpty();
    assertThat(bench.log.submissions()).isEmpty();
  }

  @Test
  void shouldSayWhatWasKeptBeforeOneFailed() {
    Batch batch = bench.intake().batch();
    batch.take(stream(TABLE), request());

    assertRefused(
        () ->
            batch.take(
                new SequenceInputStream(stream(TABLE), new CollectorTest.Broken()), request()),
        Refusal.INCOMPLETE);

    assertThat(batch.taken()).hasSize(1);
  }

  @Test
  void shouldTakeFewerBytesThanAnnouncedForBrokenOff() {
    assertRefused(
        () ->
            bench.intake().batch().take(stream(TABLE), request().file("a", null, TABLE.length + 1)),
        Refusal.INCOMPLETE);
  }

  private Batch take(byte[] file) {
    Batch batch = bench.intake().batch();
    batch.take(stream(file), request());
    return batch;
  }

  private static Receipt only(Batch batch) {
    assertThat(batch.taken()).hasSize(1);
    return batch.taken().getFirst();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
