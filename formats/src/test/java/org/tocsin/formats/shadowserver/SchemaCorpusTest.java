package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.model.stix.StixJson;
import tools.jackson.databind.JsonNode;

/** Shadowserver's own description of its report types. */
class SchemaCorpusTest {
  @Test
  void shouldKnowEveryTypeAndEveryColumn() throws IOException {
    Optional<Path> schema = SharedFolder.find("corpus/shadowserver/schema");
    assumeTrue(schema.isPresent(), "skipped: no shared/corpus/shadowserver above this folder");
    JsonNode types =
        StixJson.MAPPER.readTree(Files.readAllBytes(schema.get().resolve("reports.json")));
    assertThat(types.size()).isGreaterThan(165);
    for (var type : types.properties()) {
      Set<String> columns = new HashSet<>();
      type.getValue().path("fields").forEach(field -> columns.add(field.stringValue()));
      assertThat(ReportTypes.all().decide(type.getKey() + ".csv", columns))
          .as(type.getKey())
          .isInstanceOfSatisfying(
              TypeDecision.Named.class,
              named -> {
                assertThat(named.type().name()).isEqualTo(type.getKey());
                assertThat(named.type().family().columns()).containsAll(columns);
              });
    }
  }
}
