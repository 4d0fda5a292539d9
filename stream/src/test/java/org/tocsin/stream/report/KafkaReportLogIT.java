package org.tocsin.stream.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.RawRecords;
import org.tocsin.stream.TestStream;
import org.tocsin.stream.Topic;

@UseEngines(EngineKind.KAFKA)
class KafkaReportLogIT {
  private static final int MIB = 1024 * 1024;

  private TestStream stream;
  private KafkaReportLog log;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaReportLog(stream.connection());
  }

  @AfterEach
  void close() {
    log.close();
    stream.close();
  }

  @Test
  void shouldGiveBackWhatWasKept() {
    RawRecord raw = RawRecords.rows(UUID.randomUUID(), 0, 500);

    RawLocation location = keep(Lane.INTERACTIVE, raw);

    assertThat(location.lane()).isEqualTo(Lane.INTERACTIVE);
    assertThat(log.read(location)).usingRecursiveComparison().isEqualTo(raw);
  }

  @Test
  void shouldKeepTheLargestRawRecordThereIs() {
    byte[] bytes = new byte[32 * MIB];
    new Random(1).nextBytes(bytes);
    RawRecord raw = RawRecords.of(UUID.randomUUID(), 3, 1, new byte[MIB], bytes);

    RawRecord back = log.read(keep(Lane.BULK, raw));

    assertThat(back.bytes()).isEqualTo(bytes);
    assertThat(back.preamble()).hasSize(MIB);
  }

  @Test
  void shouldRefuseAtOnceWhatCannotFit() {
    RawRecord raw = RawRecords.of(UUID.randomUUID(), 0, 1, new byte[3 * MIB], new byte[32 * MIB]);

    assertThatIllegalArgumentException().isThrownBy(() -> log.append(Lane.BULK, raw));
  }

  @Test
  void shouldKeepARedriveInThePartitionOfTheFirstTime() {
    RawRecord raw = RawRecords.rows(UUID.randomUUID(), 5, 10);

    RawLocation first = keep(Lane.BULK, raw);
    RawLocation again = keep(Lane.BULK, log.read(first));

    assertThat(again.partition()).isEqualTo(first.partition());
    assertThat(again.offset()).isGreaterThan(first.offset());
  }

  @Test
  void shouldSpreadASubmissionOverAllPartitionsAndCountIt() {
    UUID receipt = UUID.randomUUID();
    List<CompletableFuture<RawLocation>> answers =
        IntStream.range(0, 90)
            .mapToObj(number -> log.append(Lane.BULK, RawRecords.rows(receipt, number, 100)))
            .toList();

    List<RawLocation> locations = answers.stream().map(CompletableFuture::join).toList();

    assertThat(locations).extracting(RawLocation::partition).containsOnly(0, 1, 2);
    assertThat(locations).doesNotHaveDuplicates();
    assertThat(stream.counted("tocsin.stream.appended")).isEqualTo(90);
    assertThat(stream.counted("tocsin.stream.append.failures")).isZero();
  }

  @Test
  void shouldSayThatThereIsNothingBeyondTheEnd() {
    RawLocation last = keep(Lane.BULK, RawRecords.rows(UUID.randomUUID(), 0, 1));

    assertGone(new RawLocation(Lane.BULK, last.partition(), last.offset() + 1));
    assertGone(new RawLocation(Lane.BULK, last.partition(), last.offset() + 1_000));
    assertGone(new RawLocation(Lane.BULK, last.partition(), -1));
    assertGone(new RawLocation(Lane.BULK, 99, 0));
    assertGone(new RawLocation(Lane.INTERACTIVE, last.partition(), last.offset()));
  }

  @Test
  void shouldSayThatRetentionHasTakenIt() throws Exception {
    RawLocation location = keep(Lane.BULK, RawRecords.rows(UUID.randomUUID(), 0, 1));
    TopicPartition partition =
        new TopicPartition(stream.connection().name(Topic.REPORTS_BULK), location.partition());

    stream
        .connection()
        .admin()
        .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(location.offset() + 1)))
        .all()
        .get();

    assertGone(location);
  }

  @Test
  void shouldNotTakeATickForARawRecord() {
    var tick =
        stream
            .connection()
            .sendAndWait(ReportCodec.tick(stream.connection().name(Topic.REPORTS_BULK), 1), "test");

    assertGone(new RawLocation(Lane.BULK, 1, tick.offset()));
  }

  @Test
  void shouldReadManyAtOnce() {
    List<RawLocation> locations =
        IntStream.range(0, 20)
            .mapToObj(n -> keep(Lane.BULK, RawRecords.rows(UUID.randomUUID(), n, n + 1)))
            .toList();

    List<Integer> records =
        locations.parallelStream().map(location -> log.read(location).records()).toList();

    assertThat(records).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  private RawLocation keep(Lane lane, RawRecord raw) {
    return log.append(lane, raw).orTimeout(20, TimeUnit.SECONDS).join();
  }

  private void assertGone(RawLocation location) {
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> log.read(location));
  }
}
