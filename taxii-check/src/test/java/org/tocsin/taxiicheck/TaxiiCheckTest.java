package org.tocsin.taxiicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaxiiCheckTest {
  @Test
  void shouldFindNothingWrongWithServerThatKeepsToStandard() throws IOException {
    try (StandIn server = new StandIn(null)) {
      List<Finding> told = new ArrayList<>();
      List<Finding> findings =
          TaxiiCheck.examine(server.discovery(), StandIn.KNOWN, "inbox", told::add);

      assertThat(findings).isEqualTo(told).noneMatch(one -> one.outcome() == Outcome.BROKEN);
      assertThat(findings)
          .filteredOn(one -> one.outcome() == Outcome.NOT_SEEN && !"inbox".equals(one.place()))
          .extracting(Finding::detail)
          .containsExactlyInAnyOrder(
              "it was asked without TLS", "whoever asks may read all of them");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldFindMistake(Mistake mistake) throws IOException {
    try (StandIn server = new StandIn(mistake)) {
      assertThat(TaxiiCheck.examine(server.discovery(), StandIn.KNOWN, "inbox", any -> {}))
          .filteredOn(one -> one.outcome() == Outcome.BROKEN)
          .extracting(Finding::section)
          .contains(mistake.section());
    }
  }

  @Test
  void shouldSayThatNobodyAnswers() throws IOException {
    StandIn gone = new StandIn(null);
    gone.close();

    assertThat(TaxiiCheck.examine(gone.discovery(), Credentials.NONE, null, any -> {}))
        .first()
        .matches(one -> one.outcome() == Outcome.BROKEN)
        .extracting(Finding::line)
        .asString()
        .startsWith("BROKEN    8.2.1")
        .contains("was not answered");
  }
}
