package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.app.StixText.Level;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.taxiicheck.Credentials;
import org.tocsin.taxiicheck.Finding;
import org.tocsin.taxiicheck.Outcome;
import org.tocsin.taxiicheck.TaxiiCheck;

/** The TAXII server of the running program, examined by the rules of the standard. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH, EngineKind.KEYCLOAK})
class TaxiiConformanceIT {
  @Test
  void shouldKeepEveryRuleForEverybody(EngineAddresses engines) throws Exception {
    try (Program program = Program.process(engines, Program.prefix())) {
      fill(TaxiiClient.bearer(program.url(), engines.token("focal-fr")));
      URI discovery = URI.create(program.url()).resolve("/taxii2/");
      Credentials focal = Credentials.bearer(engines.token("focal-fr"));
      List<Finding> adding = TaxiiCheck.examine(discovery, focal, "inbox", any -> {});
      Map<String, List<Finding>> findings =
          Map.of(
              "a focal point that adds",
              adding,
              "an analyst",
              TaxiiCheck.examine(
                  discovery, Credentials.bearer(engines.token("analyst")), null, any -> {}),
              "a subscriber",
              TaxiiCheck.examine(
                  discovery,
                  Credentials.basic("subscriber-siem", "subscriber-siem"),
                  null,
                  any -> {}),
              "a feed, which sees least",
              TaxiiCheck.examine(
                  discovery,
                  Credentials.basic("feed-shadowserver", "feed-shadowserver"),
                  null,
                  any -> {}));

      findings.forEach((who, found) ->
          assertThat(found)
              .as(who)
              .filteredOn(one -> one.outcome() == Outcome.BROKEN)
              .extracting(Finding::line)
              .isEmpty());
      assertThat(adding)
          .filteredOn(one -> "objects".equals(one.place()))
          .allMatch(one -> one.outcome() == Outcome.KEPT);
      assertThat(adding)
          .filteredOn(one -> one.section().equals("5.5") && one.place() != null)
          .hasSizeGreaterThan(3)
          .allMatch(one -> one.outcome() == Outcome.KEPT);
    }
  }

  /** Objects of several types, some in several versions, and observations with their SCOs. */
  private static void fill(TaxiiClient sender) throws Exception {
    List<String> objects = new ArrayList<>();
    IntStream.range(0, 20)
        .mapToObj(each -> StixText.indicator(StixText.id("indicator"), Level.CLEAR, 1))
        .forEach(objects::add);
    String several = StixText.id("indicator");
    for (int minute = 1; minute <= 3; minute++) {
      objects.add(StixText.indicator(several, Level.CLEAR, minute));
    }
    for (int each = 0; each < 3; each++) {
      objects.addAll(List.of(StixText.observed(StixText.id("observed-data"), Level.CLEAR)));
    }
    sender.add("inbox", objects.toArray(String[]::new));
  }
}
