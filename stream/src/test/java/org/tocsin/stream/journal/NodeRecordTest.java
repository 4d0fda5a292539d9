package org.tocsin.stream.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRecordTest {
  /** What is in a journal stays there for ever. */
  @Test
  void shouldAlwaysBeWrittenTheSameWay() {
    UUID namespace = UUID.fromString("0b3c9a5e-5a2f-4c52-9a53-0d7c1a6c2f10");
    String json =
        "{\"kind\":\"node\",\"previous\":\"%s\",\"namespace\":\"%s\"}"
            .formatted("0".repeat(64), namespace);

    assertThat(new String(NodeRecord.first(namespace).bytes(), StandardCharsets.UTF_8))
        .isEqualTo(json);
    assertThat(NodeRecord.read(json.getBytes(StandardCharsets.UTF_8)).namespace())
        .isEqualTo(namespace);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "{}", "null", "{\"kind\":\"seal\"}", "{\"kind\":\"node\"}", "x"})
  void shouldRefuseAJournalThatBeginsOtherwise(String json) {
    byte[] bytes = json == null ? null : json.getBytes(StandardCharsets.UTF_8);

    assertThatIllegalStateException()
        .isThrownBy(() -> NodeRecord.read(bytes))
        .withMessageContaining("journal");
  }
}
