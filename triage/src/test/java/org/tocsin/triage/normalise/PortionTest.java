package org.tocsin.triage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.stream.ReceivedRecord;

class PortionTest {
  @Test
  void shouldKeepOrderAndLoseNothing() {
    List<ReceivedRecord> batch =
        IntStream.range(0, 20).mapToObj(n -> TriageTest.received(n, "lines", "x", 500)).toList();

    List<List<ReceivedRecord>> portions = Portion.of(batch);

    assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(batch);
    assertThat(portions)
        .allSatisfy(portion -> assertThat(records(portion)).isLessThanOrEqualTo(2_500));
  }

  @Test
  void shouldLetOneLargeRawRecordBeAPortion() {
    ReceivedRecord large = TriageTest.received(0, "lines", "x".repeat(3_000_000), 9_000);

    assertThat(Portion.of(List.of(large, TriageTest.received(1, "lines", "x", 1)))).hasSize(2);
  }

  private static int records(List<ReceivedRecord> portion) {
    return portion.stream().mapToInt(received -> received.raw().records()).sum();
  }
}
