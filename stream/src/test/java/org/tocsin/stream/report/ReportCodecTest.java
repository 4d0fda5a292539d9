package org.tocsin.stream.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.stream.RawRecords;

class ReportCodecTest {
  private final RawRecord full =
      RawRecords.of(UUID.randomUUID(), 17, 499, new byte[] {0, -1, 10}, new byte[] {7, 0, -128});

  @Test
  void shouldGiveBackEveryField() {
    assertThat(decode(ReportCodec.encode("t", 1, full)))
        .isInstanceOfSatisfying(
            LogEntry.Raw.class,
            raw -> assertThat(raw.record()).usingRecursiveComparison().isEqualTo(full));
  }

  @Test
  void shouldGiveBackWhatWasLeftOutAsLeftOut() {
    RawRecord bare =
        new RawRecord(
            UUID.randomUUID(),
            0,
            new Origin("p", "f"),
            "someone",
            RawRecord.UNKNOWN_FORMAT,
            null,
            null,
            Tlp.AMBER_STRICT,
            Instant.EPOCH,
            1,
            0,
            new byte[0],
            new byte[0]);

    assertThat(decode(ReportCodec.encode("t", 1, bare)))
        .isInstanceOfSatisfying(
            LogEntry.Raw.class,
            raw -> assertThat(raw.record()).usingRecursiveComparison().isEqualTo(bare));
  }

  @Test
  void shouldGiveBackThatItIsOfAListAndTakeWhatSaysNothingForEvents() {
    RawRecord listed =
        new RawRecord(
            full.receipt(),
            0,
            full.origin(),
            full.submitter(),
            full.format(),
            null,
            null,
            full.loosest(),
            full.collectedAt(),
            FeedKind.LIST,
            35,
            1,
            1,
            full.preamble(),
            full.bytes());

    assertThat(decode(ReportCodec.encode("t", 1, listed)))
        .isInstanceOfSatisfying(
            LogEntry.Raw.class,
            raw -> {
              assertThat(raw.record().kind()).isEqualTo(FeedKind.LIST);
              assertThat(raw.record().confidence()).isEqualTo(35);
            });
    assertThat(ReportCodec.encode("t", 1, full).headers().lastHeader("feed-kind")).isNull();
    assertThat(ReportCodec.encode("t", 1, full).headers().lastHeader("confidence")).isNull();
    assertThat(full.kind()).isEqualTo(FeedKind.EVENTS);
  }

  @Test
  void shouldSendTheBytesThemselvesAndNothingElseAsTheValue() {
    assertThat(ReportCodec.encode("t", 1, full).value()).isSameAs(full.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Бюллетень.csv", "a\r\nb", "警告 \uD83D\uDEA8.mbox", "", " "})
  void shouldGiveBackEveryFileName(String name) {
    RawRecord named =
        new RawRecord(
            full.receipt(),
            0,
            full.origin(),
            full.submitter(),
            full.format(),
            name,
            null,
            full.loosest(),
            full.collectedAt(),
            1,
            1,
            full.preamble(),
            full.bytes());

    assertThat(decode(ReportCodec.encode("t", 1, named)))
        .isInstanceOfSatisfying(
            LogEntry.Raw.class, raw -> assertThat(raw.record().name()).isEqualTo(name));
  }

  @Test
  void shouldTellATick() {
    assertThat(decode(ReportCodec.tick("t", 0))).isEqualTo(new LogEntry.Tick());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind",
        "receipt",
        "number",
        "provider",
        "feed",
        "submitter",
        "format",
        "loosest",
        "collected-at",
        "first-line",
        "records"
      })
  void shouldNameTheHeaderThatIsMissing(String header) {
    ProducerRecord<byte[], byte[]> sent = ReportCodec.encode("t", 1, full);
    sent.headers().remove(header);

    assertThat(decode(sent)).isEqualTo(new LogEntry.Malformed(header));
  }

  @ParameterizedTest
  @CsvSource({
    "kind,letter",
    "receipt,17",
    "number,-1",
    "number,99999999999",
    "provider,UPPER CASE",
    "tlp,PURPLE",
    "loosest,''",
    "collected-at,yesterday",
    "first-line,one",
    "records,-5"
  })
  void shouldNameTheHeaderThatCannotBeRead(String header, String value) {
    ProducerRecord<byte[], byte[]> sent = ReportCodec.encode("t", 1, full);
    sent.headers().remove(header).add(header, value.getBytes());

    assertThat(decode(sent)).isEqualTo(new LogEntry.Malformed(header));
  }

  @Test
  void shouldNotTakeARecordWithoutBytes() {
    ProducerRecord<byte[], byte[]> sent = ReportCodec.encode("t", 1, full);

    assertThat(decode(sent.headers(), null)).isEqualTo(new LogEntry.Malformed("value"));
  }

  private static LogEntry decode(ProducerRecord<byte[], byte[]> sent) {
    return decode(sent.headers(), sent.value());
  }

  private static LogEntry decode(Headers headers, byte[] value) {
    return ReportCodec.decode(
        new ConsumerRecord<>(
            "t",
            1,
            5,
            0,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            null,
            value,
            new RecordHeaders(headers),
            Optional.empty()));
  }
}
