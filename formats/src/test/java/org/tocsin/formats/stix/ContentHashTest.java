package org.tocsin.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Span;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

class ContentHashTest {
  private static final String STATEMENT =
      "marking-definition--5d0092c5-5f74-4287-9642-33f4c354e56d";

  @Test
  void shouldNotCountHowFarAnObjectMayTravel() {
    String unmarked = hash(indicator());

    assertThat(hash(indicator(Tlp.GREEN.markingId()))).isEqualTo(unmarked);
    assertThat(hash(indicator(Tlp.RED.markingId()))).isEqualTo(unmarked);
    assertThat(hash(indicator(STATEMENT, Tlp.GREEN.markingId())))
        .isEqualTo(hash(indicator(STATEMENT)));
  }

  @Test
  void shouldCountWhateverElseItSays() {
    assertThat(hash(indicator(STATEMENT))).isNotEqualTo(hash(indicator()));
    assertThat(hash(indicator().put("name", "Other"))).isNotEqualTo(hash(indicator()));
  }

  private static ObjectNode indicator(String... markings) {
    ObjectNode object = StixJson.MAPPER.createObjectNode().put("type", "indicator");
    for (String marking : markings) {
      object.withArray("object_marking_refs").add(marking);
    }
    return object;
  }

  private static String hash(ObjectNode object) {
    byte[] text = object.toString().getBytes(StandardCharsets.UTF_8);
    return ContentHash.of(object, text, new Span(0, text.length));
  }
}
