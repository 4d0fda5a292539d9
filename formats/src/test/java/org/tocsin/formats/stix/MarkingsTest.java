package org.tocsin.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

class MarkingsTest {
  private static final String CLEAR = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
  private static final String OLD_GREEN =
      "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";
  private static final String OWN = "marking-definition--00000000-0000-4000-8000-000000000001";
  private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
  private static final String ACS = "extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce";

  private final Markings markings = new Markings();

  @Test
  void shouldSayNothingOfAnObjectWithoutMarkings() {
    assertThat(markings.levelOf(object("{}"))).isNull();
    assertThat(markings.levelOf(object("{\"object_marking_refs\":[]}"))).isNull();
  }

  @Test
  void shouldKnowBothVersionsOfTlpById() {
    assertThat(level(CLEAR)).isEqualTo(Tlp.CLEAR);
    assertThat(level(OLD_GREEN)).isEqualTo(Tlp.GREEN);
  }

  @Test
  void shouldTakeTheStrictestOfSeveral() {
    assertThat(level(CLEAR, OLD_GREEN)).isEqualTo(Tlp.GREEN);
    assertThat(level(OLD_GREEN, CLEAR)).isEqualTo(Tlp.GREEN);
  }

  @Test
  void shouldTreatAnUnknownMarkingAsRed() {
    assertThat(level(OWN)).isEqualTo(Tlp.RED);
    assertThat(level(CLEAR, OWN)).isEqualTo(Tlp.RED);
    assertThat(markings.levelOf(object("{\"object_marking_refs\":[7]}"))).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldPassOverStatements() {
    define("\"definition_type\":\"statement\",\"definition\":{\"statement\":\"Copyright\"}");
    assertThat(level(OWN)).isNull();
    assertThat(level(OWN, CLEAR)).isEqualTo(Tlp.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"white,CLEAR", "green,GREEN", "amber,AMBER", "red,RED", "purple,RED"})
  void shouldReadDefinitionsOfTlpUnderTheirOwnIds(String tlp, Tlp level) {
    define("\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"" + tlp + "\"}");
    assertThat(level(OWN)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"clear,CLEAR", "amber+strict,AMBER_STRICT", "red,RED", "ultraviolet,RED"})
  void shouldReadTheExtensionOfTlp2(String tlp, Tlp level) {
    define("\"extensions\":{\"" + TLP_2 + "\":{\"tlp_2_0\":\"" + tlp + "\"}}");
    assertThat(level(OWN)).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"extensions\":{\"" + ACS + "\":{\"identifier\":\"isa:guide\"}}",
        "\"extensions\":{\"" + TLP_2 + "\":{\"tlp_2_0\":\"clear\"},\"" + ACS + "\":{}}",
        "\"definition_type\":\"statement\",\"extensions\":{\"" + ACS + "\":{}}",
        "\"definition_type\":\"tlp\"",
        "\"definition_type\":\"ais\",\"definition\":{}",
        "\"name\":\"nothing in it\"",
      })
  void shouldTreatWhatItCannotReadAsRed(String definition) {
    define(definition);
    assertThat(level(OWN)).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldTakeTheStricterOfTwoDefinitionsWithOneId() {
    define("\"definition_type\":\"statement\"");
    define("\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"amber\"}");
    define("\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"green\"}");
    assertThat(level(OWN)).isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldNotLetADefinitionLoosenAWellKnownId() {
    String red = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
    markings.define(
        object(
            "{\"id\":\""
                + red
                + "\",\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"white\"}}"));
    assertThat(level(red)).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldCountGranularMarkings() {
    String granular =
        "{\"object_marking_refs\":[\"%s\"],\"granular_markings\":[{\"lang\":\"fr\",\"selectors\":[\"name\"]},"
            + "{\"marking_ref\":\"%s\",\"selectors\":[\"name\"]}]}";
    assertThat(markings.levelOf(object(granular.formatted(CLEAR, OLD_GREEN)))).isEqualTo(Tlp.GREEN);
    assertThat(markings.levelOf(object(granular.formatted(CLEAR, OWN)))).isEqualTo(Tlp.RED);
  }

  private void define(String properties) {
    markings.define(object("{\"id\":\"" + OWN + "\"," + properties + "}"));
  }

  private Tlp level(String... references) {
    return markings.levelOf(
        object("{\"object_marking_refs\":[\"" + String.join("\",\"", references) + "\"]}"));
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
