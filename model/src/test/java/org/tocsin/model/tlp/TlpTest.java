package org.tocsin.model.tlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlpTest {
  @Test
  void shouldOrderLevelsFromLooseToStrict() {
    assertThat(Tlp.values())
        .containsExactly(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED);
  }

  @ParameterizedTest
  @CsvSource({"CLEAR,RED,RED", "AMBER_STRICT,AMBER,AMBER_STRICT", "GREEN,GREEN,GREEN"})
  void shouldTakeTheStricterOfTwo(Tlp one, Tlp other, Tlp stricter) {
    assertThat(Tlp.stricter(one, other)).isEqualTo(stricter);
    assertThat(Tlp.stricter(other, one)).isEqualTo(stricter);
  }

  @ParameterizedTest
  @CsvSource({
    ",,CLEAR,AMBER",
    ",,GREEN,AMBER",
    ",,AMBER_STRICT,AMBER_STRICT",
    ",,RED,RED",
    "CLEAR,,CLEAR,CLEAR",
    ",CLEAR,CLEAR,CLEAR",
    "GREEN,AMBER,CLEAR,AMBER",
    "RED,CLEAR,CLEAR,RED",
    "CLEAR,RED,CLEAR,RED",
    "CLEAR,CLEAR,AMBER,AMBER",
    "CLEAR,,GREEN,GREEN",
    ",CLEAR,RED,RED",
  })
  void shouldBindByTheStrictestWord(Tlp declared, Tlp content, Tlp loosest, Tlp effective) {
    assertThat(Tlp.effective(declared, content, loosest)).isEqualTo(effective);
  }

  @Test
  void shouldNeverBeLooserThanAnyWordSpoken() {
    for (Tlp declared : Tlp.values()) {
      for (Tlp content : Tlp.values()) {
        for (Tlp loosest : Tlp.values()) {
          assertThat(Tlp.effective(declared, content, loosest))
              .isGreaterThanOrEqualTo(declared)
              .isGreaterThanOrEqualTo(content)
              .isGreaterThanOrEqualTo(loosest)
              .isIn(declared, content, loosest);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLP:CLEAR,CLEAR",
    "TLP:WHITE,CLEAR",
    "white,CLEAR",
    "tlp:green,GREEN",
    "TLP-GREEN,GREEN",
    "TLP: AMBER,AMBER",
    "' tlp:amber ',AMBER",
    "TLP:AMBER+STRICT,AMBER_STRICT",
    "amber-strict,AMBER_STRICT",
    "AMBER_STRICT,AMBER_STRICT",
    "amber + strict,AMBER_STRICT",
    "TLP RED,RED",
  })
  void shouldReadLevelsAsPeopleWriteThem(String text, Tlp level) {
    assertThat(Tlp.parse(text)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TLP", "TLP:", "PURPLE", "AMBER+", "STRICT", "REDDISH", "TLP:EX:CHR"})
  void shouldNotGuessAtWhatIsNoLevel(String text) {
    assertThat(Tlp.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadBackItsOwnLabelAndMarking(Tlp level) {
    assertThat(Tlp.parse(level.label())).contains(level);
    assertThat(Tlp.parse(level.name())).contains(level);
    assertThat(Tlp.ofMarking(level.markingId())).contains(level);
  }

  @ParameterizedTest
  @CsvSource({
    "94868c89-83c2-464b-929b-a1a8aa3c8487,CLEAR",
    "bab4a63c-aed9-4cf5-a766-dfca5abac2bb,GREEN",
    "55d920b0-5e8b-4f79-9ee9-91f868d9b421,AMBER",
    "939a9414-2ddd-4d32-a0cd-375ea402b003,AMBER_STRICT",
    "e828b379-4e03-4974-9ac4-e53a884c97c1,RED",
    "613f2e26-407d-48c7-9eca-b8e91df99dc9,CLEAR",
    "34098fce-860f-48ae-8e50-ebd3cc5e41da,GREEN",
    "f88d31f6-486f-44da-b317-01333bde0b82,AMBER",
    "5e57c739-391a-4eb3-b6be-7d15ca92d5ed,RED",
  })
  void shouldKnowTheMarkingsOfBothVersions(String uuid, Tlp level) {
    assertThat(Tlp.ofMarking("marking-definition--" + uuid)).contains(level);
  }

  @Test
  void shouldNotKnowOtherMarkings() {
    assertThat(Tlp.ofMarking("marking-definition--00000000-0000-4000-8000-000000000000"))
        .isEqualTo(Optional.empty());
    assertThat(Tlp.ofMarking("")).isEmpty();
  }
}
