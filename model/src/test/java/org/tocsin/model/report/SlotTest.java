package org.tocsin.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotTest {
  private static final UUID RECEIPT = UUID.fromString("0190a8c2-7d3e-4f10-8000-00000000000a");

  @Test
  void shouldBeWrittenAsReceiptNumberAndPosition() {
    assertThat(new Slot(RECEIPT, 3, 41)).hasToString(RECEIPT + "-3-41");
  }

  @Test
  void shouldBeginWithTheIdOfItsRawRecord() {
    assertThat(new Slot(RECEIPT, 3, 41).toString()).startsWith(Slot.rawId(RECEIPT, 3) + "-");
  }

  @Test
  void shouldKeepNumberAndPositionApart() {
    assertThat(new Slot(RECEIPT, 1, 11).toString())
        .isNotEqualTo(new Slot(RECEIPT, 11, 1).toString());
  }
}
