package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.model.stix.StixJson;

class JsonTextTest {
  @Test
  void shouldIndentWithoutChangingAnything() {
    String json =
        """
        {
          "a \\"quoted\\" name": [
            1,
            2.50,
            true,
            null,
            {},
            []
          ],
          "b": {
            "c": "line\\nbreak"
          }
        }\
        """;

    assertThat(text(json)).isEqualTo(json);
  }

  @Test
  void shouldTellPartsApart() {
    assertThat(JsonText.of(StixJson.MAPPER.readTree("{\"a\":1}")))
        .contains(new JsonText.Part("name", "\"a\""), new JsonText.Part("number", "1"));
  }

  private static String text(String json) {
    return JsonText.of(StixJson.MAPPER.readTree(json)).stream()
        .map(JsonText.Part::text)
        .collect(Collectors.joining());
  }
}
