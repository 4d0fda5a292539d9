package org.tocsin.web.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Formats;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.StoredReject;
import org.tocsin.web.fake.FakePorts;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.problem.NoLongerKeptException;

class RawRecordsTest {
  private static final RawLocation WHERE = new RawLocation(Lane.BULK, 0, 5);

  private final Streamed streamed = new Streamed();
  private final RawRecords records =
      new RawRecords(
          streamed.log(),
          new Formats(
              List.of(
                  new FakePorts.Named("csv", Framing.ROWS),
                  new FakePorts.Named("stix-2.1", Framing.OBJECTS))));

  @Test
  void shouldPutTheHeaderOfTheFirstSliceBeforeItsRow() {
    keep("csv", "", "a,b\n1,2\n3,4\n", 1);

    Excerpt excerpt = records.of(observation(8, 4));

    assertThat(text(excerpt)).isEqualTo("a,b\n3,4\n");
    assertThat(excerpt.firstLine()).isEqualTo(3);
  }

  @Test
  void shouldPutThePreambleOfLaterSlicesBeforeTheirRows() {
    keep("csv", "a,b\n", "1,2\n3,4\n", 501);

    Excerpt excerpt = records.of(observation(8, 4));

    assertThat(text(excerpt)).isEqualTo("a,b\n3,4\n");
    assertThat(excerpt.firstLine()).isEqualTo(502);
  }

  @Test
  void shouldGiveAnObjectWithoutTheEnvelopeAroundIt() {
    keep("stix-2.1", "{\"objects\":[", "{\"id\":\"x\"}]}", 1);

    assertThat(text(records.of(observation(12, 10)))).isEqualTo("{\"id\":\"x\"}");
  }

  @Test
  void shouldNotReachBeyondTheRecordWhateverTheStoreSays() {
    keep("csv", "", "a,b\n1,2\n", 1);

    assertThat(text(records.of(observation(4, 1_000)))).isEqualTo("a,b\n1,2\n");
    assertThat(text(records.of(observation(1_000, 4)))).isEqualTo("a,b\n");
  }

  @Test
  void shouldFindTheRejectedRowByItsLine() {
    keep("csv", "a,b\n", "1,2\n\"3\n3\",4\n5,6\n", 100);

    assertThat(text(records.of(reject(101L)))).isEqualTo("a,b\n\"3\n3\",4\n");
    assertThat(text(records.of(reject(103L)))).isEqualTo("a,b\n5,6\n");
  }

  @Test
  void shouldGiveTheHeaderItselfOnce() {
    keep("csv", "", "a,b\n1,2\n", 1);

    assertThat(text(records.of(reject(1L)))).isEqualTo("a,b\n");
  }

  @Test
  void shouldEndARowWhoseQuoteWasNeverClosedWithItsLine() {
    keep("csv", "a,b\n", "1,\"2\n3,4\n5,6\n", 2);

    assertThat(text(records.of(reject(2L)))).isEqualTo("a,b\n1,\"2\n");
  }

  @Test
  void shouldGiveTheBeginningWhereNoLineTellsTheRecord() {
    keep("stix-2.1", "", "é".repeat(RawRecords.LONGEST_EXCERPT), 1);

    Excerpt excerpt = records.of(reject(null));

    assertThat(excerpt.cut()).isTrue();
    assertThat(excerpt.bytes().length).isLessThanOrEqualTo(RawRecords.LONGEST_EXCERPT);
    assertThat(RawText.of(excerpt.bytes())).hasValueSatisfying(t -> assertThat(t).endsWith("é"));
  }

  @Test
  void shouldGiveTheBeginningWhereTheLineIsNotThere() {
    keep("csv", "", "a,b\n1,2\n", 1);

    assertThat(text(records.of(reject(99L)))).isEqualTo("a,b\n1,2\n");
  }

  @Test
  void shouldSayThatRetentionHasTakenIt() {
    assertThatExceptionOfType(NoLongerKeptException.class).isThrownBy(() -> records.of(reject(1L)));
  }

  @Test
  void shouldPutValuesBesideTheirColumns() {
    keep("csv", "\uFEFFa,b\n", "1,2,3\n", 2);

    assertThat(Columns.of(records.of(reject(2L))))
        .containsExactly(
            new Columns.Column("a", "1"),
            new Columns.Column("b", "2"),
            new Columns.Column("", "3"));
  }

  @Test
  void shouldTakeBytesWithControlCharactersForNoText() {
    assertThat(RawText.of("a\tb\r\n".getBytes(UTF_8))).hasValue("a\tb\r\n");
    assertThat(RawText.of(new byte[] {'a', 0})).isEmpty();
    assertThat(RawText.of(new byte[] {(byte) 0xc3})).isEmpty();
  }

  @Test
  void shouldDumpSixteenBytesToALine() {
    assertThat(HexDump.of("Tocsin \u0001".getBytes(UTF_8)))
        .isEqualTo("00000000  54 6f 63 73 69 6e 20 01                          Tocsin .\n");
    assertThat(HexDump.of(new byte[100_000]).lines().count()).isEqualTo(1_024);
  }

  private void keep(String format, String preamble, String bytes, long line) {
    RawRecord raw = Made.raw(5, format, preamble, bytes, line);
    streamed.records.put(WHERE, raw);
  }

  private static StoredObservation observation(int start, int length) {
    StoredObservation made = Made.observation(1, Tlp.CLEAR, "feed-1", null, Made.NOON, WHERE);
    return new StoredObservation(
        made.id(),
        made.slot(),
        made.origin(),
        made.submitter(),
        made.format(),
        made.observedAt(),
        made.collectedAt(),
        made.added(),
        made.rsit(),
        made.reportType(),
        made.tlp(),
        made.raw(),
        start,
        length,
        made.objects());
  }

  private static StoredReject reject(Long line) {
    return Made.reject(5, 0, "feed-1", line, null, RejectReason.UNREADABLE);
  }

  private static String text(Excerpt excerpt) {
    return new String(excerpt.text(), UTF_8);
  }
}
