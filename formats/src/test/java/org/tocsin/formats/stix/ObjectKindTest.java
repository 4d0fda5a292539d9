package org.tocsin.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.ObjectNode;

class ObjectKindTest {
  @ParameterizedTest
  @CsvSource({"sdos,VERSIONED", "sros,VERSIONED", "observables,OBSERVABLE"})
  void shouldHoldEveryTypeOfTheStandardToItsSchema(String folder, ObjectKind kind)
      throws Exception {
    Path schemas = Path.of(ObjectKind.class.getResource("/stix-2.1/schemas/" + folder).toURI());
    List<String> files;
    try (Stream<Path> listed = Files.list(schemas)) {
      files = listed.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(files).isNotEmpty();
    for (String file : files) {
      assertThat(rules("\"type\":\"" + file.replace(".json", "") + "\""))
          .isEqualTo(new ObjectKind.Rules(kind, folder + "/" + file));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "extension-definition,VERSIONED",
    "language-content,VERSIONED",
    "marking-definition,MARKING"
  })
  void shouldHoldTheMetaObjectsToTheirs(String type, ObjectKind kind) {
    assertThat(rules("\"type\":\"" + type + "\""))
        .isEqualTo(new ObjectKind.Rules(kind, "common/" + type + ".json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"created\":\"2026-01-01T00:00:00.000Z\"",
        "\"modified\":7",
        "\"extensions\":{\"extension-definition--1\":{\"extension_type\":\"new-sdo\"}}",
        "\"extensions\":{\"extension-definition--1\":{\"extension_type\":\"new-sro\"}}",
      })
  void shouldHoldAnUnknownTypeToWhatAllVersionedObjectsOwe(String property) {
    assertThat(rules("\"type\":\"x-a\"," + property).schema()).isEqualTo("common/core.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"value\":1",
        "\"created\":1,\"extensions\":{\"extension-definition--1\":{\"extension_type\":\"new-sco\"}}",
        "\"extensions\":[]",
      })
  void shouldHoldAnUnknownObservableToWhatAllObservablesOwe(String property) {
    assertThat(rules("\"type\":\"x-a\"," + property).schema())
        .isEqualTo("common/cyber-observable-core.json");
  }

  private static ObjectKind.Rules rules(String properties) {
    return ObjectKind.of(
        new StixObject((ObjectNode) StixJson.MAPPER.readTree("{" + properties + "}")));
  }
}
