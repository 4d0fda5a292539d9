package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.Sample;

class StixLookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "outbreak-bundle.json",
        "faulty-bundle.json",
        "envelope.json",
        "objects-array.json",
        "observed-data-embedded.json"
      })
  void shouldRecogniseStixByItsContent(String name) {
    byte[] whole = StixSubmission.sample(name);
    assertThat(look("report.bin", null, whole)).isGreaterThan(90);
    assertThat(look(null, null, Arrays.copyOf(whole, 400))).isGreaterThan(90);
    assertThat(look(null, "text/plain", ("\ufeff\n" + new String(whole, UTF_8)).getBytes(UTF_8)))
        .isGreaterThan(90);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[[[[[[",
        "{\"Event\":{\"info\":\"x\",\"Attribute\":[]}}",
        "{\"document\":{\"category\":\"csaf_base\"}}",
        "{\"type\":\"indicator\",\"id\":7}",
        "{\"objects\":[{\"id\":\"indicator--1\",\"media_type\":\"application/stix+json\"}]}",
        "[{\"id\":\"indicator--1\",\"date_added\":\"2026-01-01T00:00:00Z\"}]",
        "ip,port\n192.0.2.1,80\n",
      })
  void shouldLeaveOtherContentToOthers(String content) {
    assertThat(look("file.json", "application/json", content.getBytes(UTF_8))).isZero();
  }

  @Test
  void shouldBelieveADeclarationLessThanContent() {
    byte[] broken = "<?xml".getBytes(UTF_8);
    assertThat(look(null, "application/stix+json;version=2.1", broken)).isBetween(60, 80);
    assertThat(look(null, "application/taxii+json;version=2.1", broken)).isBetween(60, 80);
    assertThat(look("week.STIX2", null, broken)).isBetween(1, 60);
    assertThat(look("a.stix.json", null, broken)).isBetween(1, 60);
  }

  private static int look(String name, String contentType, byte[] head) {
    return new StixFormat().recognise(new Sample(name, contentType, head));
  }
}
