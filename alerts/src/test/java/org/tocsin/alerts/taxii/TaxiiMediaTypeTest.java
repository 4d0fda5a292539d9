package org.tocsin.alerts.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxiiMediaTypeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/taxii+json;version=2.1",
        "application/taxii+json; version=2.1",
        "application/taxii+json; version=\"2.1\"",
        "application/taxii+json",
        "application/*",
        "*/*",
        "text/html, application/taxii+json;version=2.1;q=0.2",
        "application/taxii+json;version=2.0, application/taxii+json;version=2.1"
      })
  void shouldAnswerWhoeverLeavesRoomForIt(String accept) {
    assertThat(TaxiiMediaType.isWelcome(List.of(accept))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/taxii+json;version=2.0",
        "application/taxii+json;version=2.1;q=0",
        "application/json",
        "application/stix+json;version=2.1",
        "text/html",
        "nonsense"
      })
  void shouldNotAnswerWhoWantsSomethingElse(String accept) {
    assertThat(TaxiiMediaType.isWelcome(List.of(accept))).isFalse();
  }

  @Test
  void shouldAnswerWhoSaysNothing() {
    assertThat(TaxiiMediaType.isWelcome(List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/taxii+json;version=2.1", "application/taxii+json"})
  void shouldTakeEnvelopes(String type) {
    assertThat(TaxiiMediaType.isEnvelope(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/taxii+json;version=2.0",
        "application/stix+json;version=2.1",
        "application/json",
        "*/*",
        "application/*",
        "nonsense"
      })
  void shouldTakeNothingElse(String type) {
    assertThat(TaxiiMediaType.isEnvelope(type)).isFalse();
    assertThat(TaxiiMediaType.isEnvelope(null)).isFalse();
  }
}
