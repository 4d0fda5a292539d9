package org.tocsin.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;

class OutcomeTest {
  private static final UUID RECEIPT = new UUID(7, 7);

  @Test
  void shouldHaveTheIdOfItsRawRecord() {
    assertThat(outcome(0).id()).isEqualTo(Slot.rawId(RECEIPT, 2));
  }

  @Test
  void shouldListTheFirstRejectsAndCountThemAll() {
    Outcome outcome = outcome(Outcome.MAX_LISTED + 5);
    assertThat(outcome.rejects()).hasSize(Outcome.MAX_LISTED);
    assertThat(outcome.rejects().getLast().position()).isEqualTo(Outcome.MAX_LISTED - 1);
    assertThat(outcome.rejected()).isEqualTo(Outcome.MAX_LISTED + 5);
  }

  private static Outcome outcome(int rejected) {
    List<Reject> rejects =
        IntStream.range(0, rejected)
            .mapToObj(i -> new Reject(i, null, null, RejectReason.UNREADABLE, "broken"))
            .toList();
    return new Outcome(
        RECEIPT,
        2,
        new Origin("provider", "feed"),
        "submitter",
        "format",
        1,
        Instant.EPOCH,
        new RawLocation(Lane.BULK, 0, 0),
        rejected,
        0,
        0,
        0,
        rejected,
        rejects,
        List.of());
  }
}
