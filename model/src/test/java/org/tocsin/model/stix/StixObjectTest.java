package org.tocsin.model.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StixObjectTest {
  @Test
  void shouldReadTheCommonProperties() {
    StixObject object =
        object(
            """
            {"type":"indicator","id":"indicator--1","modified":"2020-01-01T00:00:00.000Z",
             "revoked":true,"object_marking_refs":["marking-definition--1",7,"marking-definition--2"],
             "x_custom":"kept"}
            """);
    assertThat(object.type()).isEqualTo("indicator");
    assertThat(object.id()).isEqualTo("indicator--1");
    assertThat(object.modified()).contains(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(object.revoked()).isTrue();
    assertThat(object.markingRefs())
        .containsExactly("marking-definition--1", "marking-definition--2");
    assertThat(object.text("x_custom")).contains("kept");
  }

  @Test
  void shouldDoWithoutAnyOfThem() {
    StixObject object = object("{}");
    assertThat(object.type()).isEmpty();
    assertThat(object.id()).isEmpty();
    assertThat(object.modified()).isEmpty();
    assertThat(object.revoked()).isFalse();
    assertThat(object.markingRefs()).isEmpty();
  }

  @Test
  void shouldPassOverWhatHasAnotherShape() {
    StixObject object =
        object("{\"type\":7,\"id\":null,\"modified\":\"soon\",\"object_marking_refs\":\"x\"}");
    assertThat(object.type()).isEmpty();
    assertThat(object.id()).isEmpty();
    assertThat(object.modified()).isEmpty();
    assertThat(object.markingRefs()).isEmpty();
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
