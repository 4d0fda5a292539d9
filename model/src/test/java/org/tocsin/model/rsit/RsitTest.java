package org.tocsin.model.rsit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsitTest {
  @ParameterizedTest
  @EnumSource
  void shouldReadBackItsType(Rsit rsit) {
    assertThat(Rsit.ofType(rsit.type())).contains(rsit);
  }

  @ParameterizedTest
  @CsvSource({
    "c2-server,malicious-code",
    "harmful-speech,abusive-content",
    "ids-alert,intrusion-attempts",
    "burglary,intrusions",
    "unauthorised-information-modification,information-content-security",
    "ddos-amplifier,vulnerable",
    "test,test",
  })
  void shouldPutTypesIntoTheirClassification(String type, String classification) {
    assertThat(Rsit.ofType(type).orElseThrow().classification()).isEqualTo(classification);
  }

  @Test
  void shouldHoldTheWholeTaxonomy() {
    assertThat(Rsit.values()).hasSize(39);
    assertThat(Arrays.stream(Rsit.values()).map(Rsit::classification).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "abusive-content",
            "malicious-code",
            "information-gathering",
            "intrusion-attempts",
            "intrusions",
            "availability",
            "information-content-security",
            "fraud",
            "vulnerable",
            "other",
            "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "malicious-code", "C2-SERVER", "c2_server", "botnet"})
  void shouldNotGuessAtOtherNames(String name) {
    assertThat(Rsit.ofType(name)).isEmpty();
  }
}
