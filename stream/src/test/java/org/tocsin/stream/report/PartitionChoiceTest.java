package org.tocsin.stream.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionChoiceTest {
  @Test
  void shouldDealTheRawRecordsOfASubmissionOutEvenly() {
    UUID receipt = UUID.randomUUID();

    int[] counts = new int[3];
    IntStream.range(0, 300).forEach(number -> counts[PartitionChoice.of(receipt, number, 3)]++);

    assertThat(counts).containsExactly(100, 100, 100);
  }

  @Test
  void shouldStayInsideThePartitionsForEveryReceiptAndNumber() {
    for (int n = 0; n < 10_000; n++) {
      assertThat(PartitionChoice.of(UUID.randomUUID(), Integer.MAX_VALUE - n, 7)).isBetween(0, 6);
    }
  }

  /** A retry may come from a later version of this program. */
  @Test
  void shouldNeverChange() {
    UUID receipt = UUID.fromString("6f1ed002-ab59-5c5b-8d47-9b3e0c1f2a34");

    assertThat(IntStream.range(0, 4).map(n -> PartitionChoice.of(receipt, n, 3)))
        .containsExactly(1, 2, 0, 1);
  }
}
