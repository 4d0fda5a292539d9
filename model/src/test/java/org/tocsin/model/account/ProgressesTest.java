package org.tocsin.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Lane;

class ProgressesTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Progresses progresses =
      new Progresses(
          Map.of(
              Lane.INTERACTIVE,
              List.of(
                  new Progress(5, 8, NOON, NOON),
                  new Progress(0, 0, NOON.plusSeconds(1), Instant.EPOCH)),
              Lane.BULK,
              List.of(new Progress(9, 9, NOON.plusSeconds(2), NOON.minusSeconds(1)))));

  @Test
  void shouldWaitForWhatIsNotCommitted() {
    assertThat(progresses.isPending(Lane.INTERACTIVE, new Frame(0, 4, 1))).isFalse();
    assertThat(progresses.isPending(Lane.INTERACTIVE, new Frame(0, 5, 1))).isTrue();
    assertThat(progresses.isPending(Lane.INTERACTIVE, new Frame(1, 0, 1))).isTrue();
    assertThat(progresses.isPending(Lane.BULK, new Frame(0, 8, 1))).isFalse();
  }

  @Test
  void shouldWaitForPartitionsNothingIsKnownOf() {
    assertThat(progresses.isPending(Lane.BULK, new Frame(1, 0, 1))).isTrue();
    assertThat(new Progresses(Map.of()).isPending(Lane.BULK, new Frame(0, 0, 1))).isTrue();
  }

  @Test
  void shouldAddUpTheLagOfALane() {
    assertThat(progresses.lag(Lane.INTERACTIVE)).isEqualTo(3);
    assertThat(progresses.lag(Lane.BULK)).isZero();
    assertThat(new Progresses(Map.of()).lag(Lane.BULK)).isZero();
    assertThat(new Progress(7, 3, NOON, NOON).lag()).isZero();
  }

  @Test
  void shouldSeeNoFurtherThanTheSlowestPartition() {
    assertThat(progresses.horizon()).isEqualTo(NOON);
    assertThat(new Progresses(Map.of()).horizon()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void shouldNotTakeTicksForRecords() {
    assertThat(progresses.newest()).isEqualTo(NOON);
    assertThat(new Progresses(Map.of()).newest()).isEqualTo(Instant.EPOCH);
  }
}
