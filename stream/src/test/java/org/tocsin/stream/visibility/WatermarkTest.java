package org.tocsin.stream.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {
  private static final long NOON = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

  @Test
  void shouldGiveTheTimeOfAppendingWhereThatIsLater() {
    assertThat(Watermark.START.next(NOON)).isEqualTo(NOON * 1_000);
  }

  @Test
  void shouldGiveOneMicrosecondMoreThanTheLastWhereTimeStandsStillOrGoesBack() {
    Watermark after = Watermark.START.afterRecord(NOON, 1);

    assertThat(after.next(NOON)).isEqualTo(NOON * 1_000 + 1);
    assertThat(after.next(NOON - 5_000)).isEqualTo(NOON * 1_000 + 1);
  }

  @Test
  void shouldReserveOneMicrosecondForEachRecord() {
    Watermark after = Watermark.START.afterRecord(NOON, 500);

    assertThat(after.added()).isEqualTo(NOON * 1_000 + 499);
    assertThat(after.next(NOON)).isEqualTo(NOON * 1_000 + 500);
  }

  @Test
  void shouldReserveOneMicrosecondForARawRecordWithoutRecords() {
    assertThat(Watermark.START.afterRecord(NOON, 0).added()).isEqualTo(NOON * 1_000);
  }

  @Test
  void shouldMoveButNotCountATickAsData() {
    Watermark after = Watermark.START.afterRecord(NOON, 1).afterTick(NOON + 1_000);

    assertThat(after).isEqualTo(new Watermark((NOON + 1_000) * 1_000, NOON * 1_000));
  }

  @Test
  void shouldNeverMoveBackOnATick() {
    Watermark before = Watermark.START.afterRecord(NOON, 5_000);

    assertThat(before.afterTick(NOON)).isEqualTo(before);
  }

  @Test
  void shouldGiveLaterRecordsMoreThanAnyWatermarkBefore() {
    Watermark tick = Watermark.START.afterTick(NOON);

    assertThat(tick.next(NOON)).isGreaterThan(tick.added());
  }

  @Test
  void shouldSurviveTheCommit() {
    Watermark watermark = new Watermark(1_767_268_800_000_499L, 1_767_268_800_000_000L);

    assertThat(watermark.metadata()).isEqualTo("added=1767268800000499;data=1767268800000000");
    assertThat(Watermark.ofMetadata(watermark.metadata())).isEqualTo(watermark);
    assertThat(watermark.instant()).isEqualTo(Instant.parse("2026-01-01T12:00:00.000499Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "added=1", "added=-1;data=0", "added=99999999999999999999;data=1"})
  void shouldStartAnewWhereSomebodyElseCommitted(String metadata) {
    assertThat(Watermark.ofMetadata(metadata)).isEqualTo(Watermark.START);
  }
}
